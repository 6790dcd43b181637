import { ActionIcon, Anchor, Button, Group, SegmentedControl, Text, Title, Tooltip } from '@mantine/core'
import { IconFileCertificate, IconKeyboard } from '@tabler/icons-react'
import { Link } from 'wouter'
import { Stage, type ComparisonRow } from '../../../../shared/domain/caseComparison'
import { useAct } from '../../client'
import { useHeld } from '../../data/hold'
import { toCase, toExhibit, toNewReport } from '../../routes'
import { useUndo } from '../../ui/undo'
import { toolLook } from './toolbar/Tool'
import { useKeyHint, useKeyName } from './toolbar/useKeyHint'
import classes from './compare.module.css'

const stages = Stage.options.map(value => ({ value, label: value[0]!.toUpperCase() + value.slice(1) }))

/** Which comparison this is, of what, and how far the examiner has come with it. */
export function CompareHeader({ row, onHelp }: { row: ComparisonRow; onHelp: () => void }) {
  const [hint, named] = [useKeyHint(), useKeyName()]
  return (
    <div className={classes.header}>
      <Group gap="xs" wrap="nowrap" miw={0} flex={1}>
        <Anchor component={Link} href={toCase(row.case, 'comparisons')} size="sm" c="dimmed" truncate>
          {row.caseNumber}
        </Anchor>
        <Title order={1} size="md" lh={1} style={{ whiteSpace: 'nowrap' }}>
          C-{row.number}
        </Title>
        <Text size="sm" truncate>
          <Anchor component={Link} href={toExhibit(row.case, row.a.exhibit)} underline="always">
            {row.a.mark}
          </Anchor>{' '}
          against{' '}
          <Anchor component={Link} href={toExhibit(row.case, row.b.exhibit)} underline="always">
            {row.b.mark}
          </Anchor>
        </Text>
      </Group>
      <StageChoice row={row} />
      <Button component={Link} href={toNewReport(row.case, row.id)} variant="default" size="compact-sm" leftSection={<IconFileCertificate size={16} stroke={1.6} aria-hidden />}>
        Report
      </Button>
      <Tooltip label={hint('Keys of the comparison', '?')}>
        <ActionIcon size={30} {...toolLook(false)} aria-label="Keys of the comparison" aria-keyshortcuts={named('?')} onClick={onHelp}>
          <IconKeyboard size={19} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  )
}

function StageChoice({ row }: { row: ComparisonRow }) {
  const { mutateAsync, isPending } = useAct('comparison.setStage')
  const readOnly = useHeld()
  const undo = useUndo()
  const set = async (stage: Stage): Promise<void> => {
    const before = row.stage
    await mutateAsync({ id: row.id, stage })
    undo.push({ label: `stage of C-${row.number}`, undo: () => mutateAsync({ id: row.id, stage: before }), redo: () => mutateAsync({ id: row.id, stage }) })
  }
  return <SegmentedControl size="xs" aria-label="Stage of the comparison" data={stages} value={row.stage} disabled={isPending || readOnly} onChange={value => void set(value).catch(() => undefined)} />
}
