import { Group, Progress, Skeleton, Stack, Switch, Text } from '@mantine/core'
import { useState } from 'react'
import type { ChecklistItem, Component } from '../../../../shared/domain/checklist'
import { ErrorNote } from '../../ui/ErrorNote'
import { WithheldNote } from '../../ui/WithheldNote'
import { ChecklistRow } from './ChecklistRow'
import { COMPONENT_COUNT, assessedCount, neighbour } from './findings'
import { useChecklist, type ChecklistSource } from './useChecklist'

/** The comparison's own checklist. */
export const ComparisonChecklist = ({ comparison }: { comparison: string }) => <ChecklistPanel source={useChecklist(comparison)} />

/** The 19 components of the face, each with a finding of the examiner's. There is no total: components do not add up. */
export function ChecklistPanel({ source: { items, error, set } }: { source: ChecklistSource }) {
  if (error?.code === 'comparison.blind') return <WithheldNote>{error.message}</WithheldNote>
  if (error) return <ErrorNote title="The checklist could not be read" error={error} />
  if (!items) return <Skeleton h={400} aria-label="The checklist is being loaded" />
  return <Rows items={items} onSet={set} />
}

function Rows({ items, onSet }: { items: readonly ChecklistItem[]; onSet: ChecklistSource['set'] }) {
  /** Those that were open when the filter was switched on: a component must not vanish under the hand that assesses it. */
  const [only, setOnly] = useState<ReadonlySet<Component> | null>(null)
  const shown = items.filter(({ component }) => !only || only.has(component))
  const focus = (component: Component): void => document.getElementById(rowId(component))?.focus()
  const onKey = (key: string, at: Component): boolean => {
    const next = neighbour(key, at, shown.map(({ component }) => component))
    if (next) focus(next)
    return next !== null
  }
  return (
    <Stack gap="sm">
      <Assessed items={items} />
      <Switch
        size="xs"
        label="Only those not assessed yet"
        checked={only !== null}
        onChange={event => setOnly(event.currentTarget.checked ? new Set(items.filter(({ finding }) => finding === null).map(({ component }) => component)) : null)}
      />
      <Text size="xs" c="dimmed">Keys on a component: 1 to 5 set the finding, 0 takes it back, N writes a note, arrow keys go on.</Text>
      <Stack gap="xs" component="ol" m={0} p={0} style={{ listStyle: 'none' }} aria-label="Components of the face">
        {shown.map(item => (
          <ChecklistRow key={item.component} id={rowId(item.component)} item={item} onSet={onSet} onKey={onKey} />
        ))}
      </Stack>
      {shown.length === 0 && <Text size="sm" c="dimmed">All components are assessed.</Text>}
    </Stack>
  )
}

const rowId = (component: Component): string => `component-${component.replaceAll(' ', '-')}`

function Assessed({ items }: { items: readonly ChecklistItem[] }) {
  const count = assessedCount(items)
  return (
    <Stack gap={4}>
      <Group justify="space-between">
        <Text size="sm" fw={600} aria-live="polite">{`${count} of ${COMPONENT_COUNT} assessed`}</Text>
      </Group>
      <Progress value={(count / COMPONENT_COUNT) * 100} size="sm" aria-label={`Assessed components: ${count} of ${COMPONENT_COUNT}`} />
    </Stack>
  )
}
