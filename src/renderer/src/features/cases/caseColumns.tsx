import { Anchor, Badge, Group, Text } from '@mantine/core'
import type { DataTableColumn } from 'mantine-datatable'
import { Link } from 'wouter'
import type { CaseQuery, CaseRow } from '../../../../shared/domain/case'
import { toCase } from '../../routes'
import { BlindBadge } from '../../ui/BlindBadge'
import { StatusBadge } from '../../ui/StatusBadge'
import { Time } from '../../ui/Time'
import { CaseMenu } from './CaseMenu'

export type CaseSort = CaseQuery['sort']

/** What the list says of a case. */
export const caseColumns: DataTableColumn<CaseRow>[] = [
  {
    accessor: 'number',
    title: 'Number',
    sortable: true,
    width: 150,
    render: ({ id, number }) => (
      <Anchor component={Link} href={toCase(id)} size="sm" fw={600} className="breakable">
        {number}
      </Anchor>
    )
  },
  {
    accessor: 'title',
    title: 'Title',
    sortable: true,
    render: ({ title, purpose, tags, blindFirst }) => (
      <Group gap={6} wrap="wrap">
        <Text size="sm" lineClamp={1} {...(title === '' ? { c: 'dimmed' } : {})}>
          {title === '' ? purpose : title}
        </Text>
        {blindFirst && <BlindBadge />}
        {tags.map(tag => (
          <Badge key={tag} variant="default" size="sm">
            {tag}
          </Badge>
        ))}
      </Group>
    )
  },
  { accessor: 'examiner', title: 'Examiner', width: 140, ellipsis: true },
  { accessor: 'status', title: 'Status', width: 100, render: ({ status }) => <StatusBadge status={status} /> },
  { accessor: 'exhibits', title: 'Exhibits', width: 84, textAlign: 'right', render: ({ exhibits }) => <span className="tabular">{exhibits}</span> },
  { accessor: 'comparisons', title: 'Comparisons', width: 128, textAlign: 'right', render: ({ comparisons }) => <span className="tabular">{comparisons}</span> },
  { accessor: 'changed', title: 'Changed', sortable: true, width: 172, render: ({ changed }) => <Time at={changed} size="sm" /> },
  { accessor: 'menu', title: <span className="unseen">Actions</span>, width: 52, textAlign: 'right', render: row => <CaseMenu row={row} /> }
]

