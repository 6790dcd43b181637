import { SegmentedControl, Select } from '@mantine/core'
import type { CaseStatus } from '../../../../shared/domain/case'
import { useCall } from '../../client'

/** Which cases by where they stand. */
export const STATUS_FILTERS = {
  current: { label: 'Open & closed', statuses: ['open', 'closed'] },
  open: { label: 'Open', statuses: ['open'] },
  closed: { label: 'Closed', statuses: ['closed'] },
  archived: { label: 'Archived', statuses: ['archived'] },
  all: { label: 'All', statuses: ['open', 'closed', 'archived'] }
} as const satisfies Record<string, { label: string; statuses: readonly CaseStatus[] }>

export interface Filters {
  text: string
  status: keyof typeof STATUS_FILTERS
  tag: string | null
}

interface Props {
  filters: Filters
  onChange: (patch: Partial<Filters>) => void
}

export function CaseFilters({ filters, onChange }: Props) {
  const { data } = useCall('case.tags', {})
  const tags = data?.tags ?? []
  return (
    <>
      <SegmentedControl
        aria-label="Status"
        size="xs"
        data={Object.entries(STATUS_FILTERS).map(([value, { label }]) => ({ value, label }))}
        value={filters.status}
        onChange={status => onChange({ status: status as Filters['status'] })}
      />
      {(tags.length > 0 || filters.tag !== null) && (
        <Select aria-label="Tag" placeholder="Any tag" data={tags} value={filters.tag} onChange={tag => onChange({ tag })} clearable searchable w={170} clearButtonProps={{ 'aria-label': 'Any tag' }} />
      )}
    </>
  )
}
