import { Anchor, Text } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import type { DataTableColumn } from 'mantine-datatable'
import { useState } from 'react'
import { Link } from 'wouter'
import type { AuditRow } from '../../../../shared/domain/audit'
import { auditSentence } from '../../../../shared/domain/auditWords'
import { useCall } from '../../client'
import { toCase } from '../../routes'
import { Empty } from '../../ui/Empty'
import { ErrorNote } from '../../ui/ErrorNote'
import { PagedTable, firstPage, pageQuery, type View } from '../../ui/PagedTable'
import { Time } from '../../ui/Time'
import { AuditRowDetails } from './AuditRowDetails'

const columns: DataTableColumn<AuditRow>[] = [
  { accessor: 'sequence', title: 'Row', sortable: true, width: 78, textAlign: 'right', render: ({ sequence }) => <span className="tabular">{sequence}</span> },
  { accessor: 'at', title: 'When', width: 172, render: ({ at }) => <Time at={at} size="sm" /> },
  { accessor: 'who', title: 'Who', width: 160, ellipsis: true },
  { accessor: 'action', title: 'What', render: row => <Text size="sm" className="breakable" lineClamp={3}>{auditSentence(row)}</Text> }
]

const caseColumn: DataTableColumn<AuditRow> = { accessor: 'case', title: 'Case', width: 170, render: row => row.case !== null && <CaseLink id={row.case} /> }

interface Props {
  /** Of one case, or of the whole library. */
  caseId: string | null
  withCase: boolean
}

/** Rows of the log as sentences; a row opens to all that it holds. */
export function AuditTable({ caseId, withCase }: Props) {
  const [view, setView] = useState<View<'sequence'>>(firstPage('sequence', true))
  const { data, error, isFetching } = useCall('library.audit', { case: caseId, newestFirst: view.descending, ...pageQuery(view) }, { keepPrevious: true })
  if (error) return <ErrorNote title="The log could not be read" error={error} />
  return (
    <PagedTable
      label="Audit log"
      noun="Rows"
      idAccessor="sequence"
      columns={withCase ? [...columns, caseColumn] : columns}
      data={data}
      fetching={isFetching}
      view={view}
      onView={setView}
      expanded={row => <AuditRowDetails row={row} />}
      empty={data && <Empty icon={IconHistory} title="Nothing logged yet">What is done here is logged as it is done.</Empty>}
    />
  )
}

function CaseLink({ id }: { id: string }) {
  const { data } = useCall('case.get', { id })
  return (
    <Anchor component={Link} href={toCase(id)} size="sm" className="breakable">
      {data?.number ?? '…'}
    </Anchor>
  )
}
