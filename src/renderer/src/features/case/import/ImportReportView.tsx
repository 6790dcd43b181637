import { Alert, Button, CopyButton, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { DataTable } from 'mantine-datatable'
import { useMemo, useState } from 'react'
import { ErrorNote } from '../../../ui/ErrorNote'
import { count } from '../../../ui/format'
import { reportRows, reportText, type ReportRow, type RowKind } from './reportRows'
import type { ImportOutcome } from './runImport'

const PAGE = 100
type Filter = RowKind | 'all'

const labels: Record<Filter, string> = { all: 'All', refused: 'Refused', 'no face': 'Without faces', duplicate: 'Already there', imported: 'Imported' }

/** What became of every file. None is skipped in silence. */
export function ImportReportView({ outcome, onClose }: { outcome: ImportOutcome; onClose: () => void }) {
  const rows = useMemo(() => reportRows(outcome), [outcome])
  const [filter, setFilter] = useState<Filter>('all')
  const [page, setPage] = useState(1)
  const shown = filter === 'all' ? rows : rows.filter(({ kind }) => kind === filter)
  const number = (kind: Filter): number => (kind === 'all' ? rows.length : rows.filter(row => row.kind === kind).length)
  const choose = (value: string): void => {
    setFilter(value as Filter)
    setPage(1)
  }
  return (
    <Stack gap="sm">
      <Text size="sm" role="status">
        {`${count(outcome.imported.length, 'file')} imported, ${outcome.duplicates.length} already there, ${outcome.refused.length} refused.`}
      </Text>
      {outcome.stopped && <ErrorNote title="The import stopped before its end" error={outcome.stopped} />}
      {outcome.cancelled > 0 && <Alert color="yellow" variant="light" title={`${count(outcome.cancelled, 'file')} not reached`}>The import ended before them; nothing of them was kept. Add them again to go on.</Alert>}
      <Group justify="space-between">
        <SegmentedControl
          size="xs"
          aria-label="Which files"
          value={filter}
          onChange={choose}
          data={(Object.keys(labels) as Filter[]).map(value => ({ value, label: `${labels[value]} ${number(value).toLocaleString('en')}`, disabled: number(value) === 0 }))}
        />
        <CopyButton value={reportText(rows)}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? 'Copied' : 'Copy report'}
            </Button>
          )}
        </CopyButton>
      </Group>
      <DataTable<ReportRow>
        aria-label="Files of the import"
        records={shown.slice((page - 1) * PAGE, page * PAGE)}
        columns={[
          { accessor: 'kind', title: 'Outcome', width: 120, render: ({ kind }) => labels[kind] },
          { accessor: 'name', title: 'File', width: 260, cellsClassName: 'breakable' },
          { accessor: 'outcome', title: 'What', cellsClassName: 'breakable' }
        ]}
        height={shown.length > 8 ? 380 : 'auto'}
        minHeight={shown.length === 0 ? 120 : 0}
        noRecordsText="No file"
        withTableBorder
        verticalAlign="top"
        scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': 'Files of the import' } }}
        page={page}
        onPageChange={setPage}
        totalRecords={shown.length}
        recordsPerPage={PAGE}
      />
      <Group justify="flex-end">
        <Button onClick={onClose} data-autofocus>
          Close report
        </Button>
      </Group>
    </Stack>
  )
}
