import { Button, Checkbox, Group, Radio, ScrollArea, Stack, Text } from '@mantine/core'
import type { ComparisonRow } from '../../../../../shared/domain/caseComparison'
import { useCall } from '../../../client'
import { ErrorNote } from '../../../ui/ErrorNote'
import { count } from '../../../ui/format'

/** As many as one call takes and gives. */
const MOST = 500

interface Props {
  caseId: string
  /** Ids of the chosen ones; null: all. */
  value: readonly string[] | null
  onChange: (value: string[] | null) => void
  disabled?: boolean
}

/** All comparisons of a case, or some of them. */
export function ComparisonChoice({ caseId, value, onChange, disabled = false }: Props) {
  const { data, error } = useCall('comparison.list', { case: caseId, limit: MOST })
  if (error) return <ErrorNote title="The comparisons could not be listed" error={error} />
  const rows = data?.rows ?? []
  const set = (id: string, chosen: boolean): void => onChange(rows.map(row => row.id).filter(other => (other === id ? chosen : value?.includes(other))))
  return (
    <Radio.Group label="Comparisons" value={value === null ? 'all' : 'some'} onChange={scope => onChange(scope === 'all' ? null : [])}>
      <Stack gap="xs" mt={6}>
        <Radio size="sm" value="all" disabled={disabled} label={data ? `All: ${count(data.total, 'comparison')}` : 'All'} />
        <Radio size="sm" value="some" disabled={disabled} label="Chosen ones" />
        {value !== null && (
          <Stack gap={6} pl={28}>
            <Group justify="space-between">
              <Text size="xs" c="dimmed" role="status">{`${value.length} of ${rows.length} chosen`}</Text>
              <Group gap={4}>
                <Button size="compact-xs" variant="subtle" color="gray" disabled={disabled} onClick={() => onChange(rows.map(({ id }) => id))}>Choose all</Button>
                <Button size="compact-xs" variant="subtle" color="gray" disabled={disabled} onClick={() => onChange([])}>None</Button>
              </Group>
            </Group>
            <ScrollArea.Autosize mah={300} type="auto" offsetScrollbars>
              <Stack gap={8} py={2}>
                {rows.map(row => (
                  <Checkbox key={row.id} size="sm" disabled={disabled} checked={value.includes(row.id)} onChange={event => set(row.id, event.currentTarget.checked)} label={`C-${row.number}: ${row.a.mark} against ${row.b.mark}`} description={stateOf(row)} />
                ))}
              </Stack>
            </ScrollArea.Autosize>
          </Stack>
        )}
      </Stack>
    </Radio.Group>
  )
}

const stateOf = ({ runs, checklist, conclusion }: ComparisonRow): string => [runs === 0 ? 'not run' : count(runs, 'run'), `checklist ${checklist} of 19`, conclusion === null ? 'no conclusion recorded' : 'conclusion recorded'].join(' · ')
