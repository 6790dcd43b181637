import { Button, Group, Menu, SegmentedControl, Skeleton, Stack, Switch, Text } from '@mantine/core'
import { IconCopy, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { ComparisonRow } from '../../../../shared/domain/caseComparison'
import type { Enhancement, EnhancementSteps } from '../../../../shared/domain/enhancement'
import { useHold } from '../../data/hold'
import { ErrorNote } from '../../ui/ErrorNote'
import { SIDES, type Side } from '../compare/viewer/layers'
import { EnhancedScore } from './EnhancedScore'
import { Previews } from './Previews'
import { StepList } from './StepList'
import { KINDS, MOST_STEPS, STEPS, type StepKind } from './steps'
import { useEnhancement } from './useEnhancement'

interface Props {
  row: ComparisonRow
  /** Whether the panes show the enhanced copies. */
  shown: boolean
  onShow: (shown: boolean) => void
}

/** Steps on copies of the two photos: an ordered list that gives the same copy again. The photos themselves never change. */
export function EnhancementPanel({ row, shown, onShow }: Props) {
  const { enhancement, error, set } = useEnhancement(row.id)
  const [side, setSide] = useState<Side>('a')
  const hold = useHold()
  if (error) return <ErrorNote title="The enhancement could not be read" error={error} />
  if (!enhancement) return <Skeleton h={260} aria-label="The enhancement is being loaded" />
  const other = side === 'a' ? 'b' : 'a'
  const mark = row[side].mark
  return (
    <Stack gap="md">
      <Switch label="Show the enhanced copies in the panes" checked={shown && any(enhancement)} disabled={!any(enhancement)} onChange={event => onShow(event.currentTarget.checked)} />
      <SegmentedControl size="xs" fullWidth aria-label="Photo to work on" value={side} onChange={value => setSide(value)} data={SIDES.map(value => ({ value, label: `${value.toUpperCase()} · ${row[value].mark} (${enhancement[value].length})` }))} />
      <Previews face={side === 'a' ? row.faceA : row.faceB} mark={mark} steps={enhancement[side]} />
      <StepList key={side} steps={enhancement[side]} onChange={(steps, label) => set(side, steps, `${label}, ${mark}`)} />
      <Group gap="xs">
        <AddStep steps={enhancement[side]} onAdd={kind => set(side, [...enhancement[side], STEPS[kind].initial], `${STEPS[kind].label}, ${mark}`)} />
        <Button size="xs" variant="default" leftSection={<IconCopy size={15} aria-hidden />} disabled={enhancement[other].length === 0 || hold !== null} title={hold ?? undefined} onClick={() => set(side, enhancement[other], `steps of ${row[other].mark} for ${mark}`)}>
          {`Same as ${row[other].mark}`}
        </Button>
      </Group>
      {!row.blind && <EnhancedScore row={row} enhancement={enhancement} />}
    </Stack>
  )
}

const any = ({ a, b }: Enhancement): boolean => a.length + b.length > 0

function AddStep({ steps, onAdd }: { steps: EnhancementSteps; onAdd: (kind: StepKind) => void }) {
  const hold = useHold()
  return (
    <Menu position="bottom-start" width={280}>
      <Menu.Target>
        <Button size="xs" leftSection={<IconPlus size={15} aria-hidden />} disabled={steps.length >= MOST_STEPS || hold !== null} title={hold ?? undefined}>Add a step</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {KINDS.map(kind => (
          <Menu.Item key={kind} onClick={() => onAdd(kind)}>
            <Text size="sm">{STEPS[kind].label}</Text>
            <Text size="xs" c="dimmed">{STEPS[kind].what}</Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
