import { Button, Group, Loader, Pagination, Paper, Stack, Text } from '@mantine/core'
import { IconFileCertificate, IconPlus } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { useCall } from '../../client'
import { useReadOnly } from '../../data/useLibrary'
import { toCase, toNewReport } from '../../routes'
import { Empty } from '../../ui/Empty'
import { ErrorNote } from '../../ui/ErrorNote'
import { count } from '../../ui/format'
import { ComparisonsCsv } from './ComparisonsCsv'
import { ReportCard } from './ReportCard'

const PAGE = 20

/** The reports of a case, and the way to a new one. */
export function ReportsTab({ caseId }: { caseId: string }) {
  const [page, setPage] = useState(1)
  const [, navigate] = useLocation()
  const readOnly = useReadOnly()
  const { data, error } = useCall('report.list', { case: caseId, offset: (page - 1) * PAGE, limit: PAGE }, { keepPrevious: true })
  const { data: comparisons } = useCall('comparison.list', { case: caseId, limit: 1 })
  const nothingToReport = comparisons?.total === 0
  const make = (
    <Button onClick={() => navigate(toNewReport(caseId))} leftSection={<IconPlus size={16} />} disabled={readOnly}>
      Make a report
    </Button>
  )
  if (error) return <ErrorNote title="The reports could not be listed" error={error} />
  if (!data) return <Loader aria-label="The reports are being listed" />
  if (data.total === 0)
    return (
      <Paper withBorder>
        {nothingToReport ? <NothingYet caseId={caseId} /> : <NoReports actions={<>{make}<ComparisonsCsv caseId={caseId} /></>} />}
      </Paper>
    )
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Group gap="md">
          {make}
          <Text size="sm" c="dimmed" role="status">{count(data.total, 'report')}</Text>
        </Group>
        <ComparisonsCsv caseId={caseId} />
      </Group>
      {data.rows.map(report => (
        <ReportCard key={report.id} report={report} />
      ))}
      {data.total > PAGE && (
        <Group justify="center">
          <Pagination total={Math.ceil(data.total / PAGE)} value={page} onChange={setPage} getControlProps={control => ({ 'aria-label': `${control} page` })} />
        </Group>
      )}
    </Stack>
  )
}

const NothingYet = ({ caseId }: { caseId: string }) => (
  <Empty icon={IconFileCertificate} title="Nothing to report yet" actions={<Button component={Link} href={toCase(caseId, 'comparisons')}>To the comparisons</Button>}>
    A report is of the comparisons of this case, and it holds none yet. Make one, run the model, fill in the checklist and record a conclusion; then come back here.
  </Empty>
)

const NoReports = ({ actions }: { actions: ReactNode }) => (
  <Empty icon={IconFileCertificate} title="No reports yet" actions={actions}>
    A report sets out exhibits, scores, maps, checklist, conclusion and the log as a PDF, with the same values as JSON and the SHA-256 of each file beside it, so that another expert can check it. Make drafts as often as you
    like: “DRAFT” stands across every page until a report is signed with the laboratory’s key.
  </Empty>
)
