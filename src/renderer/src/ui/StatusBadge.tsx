import { Badge } from '@mantine/core'
import type { CaseStatus } from '../../../shared/domain/case'

const looks: Record<CaseStatus, { color: string; variant: string; label: string }> = {
  open: { color: 'teal', variant: 'light', label: 'Open' },
  closed: { color: 'gray', variant: 'default', label: 'Closed' },
  archived: { color: 'gray', variant: 'outline', label: 'Archived' }
}

/** Where a case stands. */
export function StatusBadge({ status }: { status: CaseStatus }) {
  const { color, variant, label } = looks[status]
  return (
    <Badge color={color} variant={variant}>
      {label}
    </Badge>
  )
}
