import { Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconArrowsLeftRight, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useCall } from '../../../client'
import { useHold } from '../../../data/hold'
import { toComparison } from '../../../routes'
import { Empty } from '../../../ui/Empty'
import { ErrorNote } from '../../../ui/ErrorNote'
import { PagedTable, firstPage, pageQuery, type View } from '../../../ui/PagedTable'
import { count } from '../../../ui/format'
import { NewComparison } from './NewComparison'
import { comparisonColumns, type ComparisonSort } from './comparisonColumns'

/** The comparisons of a case, and a new one. */
export function ComparisonsTab({ caseId }: { caseId: string }) {
  const [view, setView] = useState<View<ComparisonSort>>(firstPage<ComparisonSort>('number', false))
  const [removed, setRemoved] = useState(false)
  const [choosing, { open, close }] = useDisclosure(false)
  const [, navigate] = useLocation()
  const hold = useHold()
  const { data, error, isFetching } = useCall('comparison.list', { case: caseId, removed, sort: view.sort, descending: view.descending, ...pageQuery(view) }, { keepPrevious: true })
  const button = (
    <Button leftSection={<IconPlus size={16} />} onClick={open} disabled={hold !== null} title={hold ?? undefined}>
      New comparison
    </Button>
  )
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Group gap="md">
          {button}
          <Text size="sm" c="dimmed" role="status">
            {data && count(data.total, 'comparison')}
          </Text>
        </Group>
        <Checkbox size="sm" label="Show removed" checked={removed} onChange={event => setRemoved(event.currentTarget.checked)} />
      </Group>
      {error && <ErrorNote title="The comparisons could not be listed" error={error} />}
      <PagedTable
        label="Comparisons"
        noun="Comparisons"
        columns={comparisonColumns}
        data={data}
        fetching={isFetching}
        view={view}
        onView={setView}
        onRow={({ id }) => navigate(toComparison(caseId, id))}
        empty={
          data && (
            <Empty icon={IconArrowsLeftRight} title="No comparisons yet">
              A comparison is of two faces, A the probe and B the reference. Choose them here with “New comparison”, or from the face boxes of the exhibits.
            </Empty>
          )
        }
      />
      <NewComparison caseId={caseId} opened={choosing} onClose={close} />
    </Stack>
  )
}
