import { Box, Checkbox, Group, Pagination, Skeleton, Stack, Text } from '@mantine/core'
import { IconPhotoPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useCall } from '../../../client'
import { toCase } from '../../../routes'
import { Empty } from '../../../ui/Empty'
import { ErrorNote } from '../../../ui/ErrorNote'
import { count } from '../../../ui/format'
import { AddPhotos } from '../import/AddPhotos'
import { PairTray } from '../pair/PairTray'
import { ExhibitCard } from './ExhibitCard'
import { ExhibitDrawer } from './ExhibitDrawer'
import classes from './ExhibitsTab.module.css'
import { VerifyEvidence } from './VerifyEvidence'

const PAGE = 48

/** The photos of a case as a grid, and the facts of one beside it. */
export function ExhibitsTab({ caseId, shown }: { caseId: string; shown: string | undefined }) {
  const [page, setPage] = useState(1)
  const [removed, setRemoved] = useState(false)
  const [, navigate] = useLocation()
  const { data, error } = useCall('exhibit.list', { case: caseId, removed, offset: (page - 1) * PAGE, limit: PAGE }, { keepPrevious: true })
  const pages = Math.ceil((data?.total ?? 0) / PAGE)
  if (data && page > pages && pages > 0) setPage(pages)
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Group gap="md">
          <AddPhotos caseId={caseId} />
          <Text size="sm" c="dimmed" role="status">
            {data && count(data.total, 'exhibit')}
          </Text>
        </Group>
        <Group gap="md">
          <Checkbox size="sm" label="Show removed" checked={removed} onChange={event => setRemoved(event.currentTarget.checked)} />
          <VerifyEvidence caseId={caseId} />
        </Group>
      </Group>
      {error && <ErrorNote title="The exhibits could not be listed" error={error} />}
      {!data && !error && <Waiting />}
      {data?.total === 0 && (
        <Empty icon={IconPhotoPlus} title="No exhibits yet">
          Drop photos or whole folders anywhere on this window, or use the buttons above. Each file is hashed and stored untouched, and its faces are found.
        </Empty>
      )}
      <div className={classes.grid}>
        {data?.rows.map(exhibit => (
          <ExhibitCard key={exhibit.id} exhibit={exhibit} />
        ))}
      </div>
      {pages > 1 && (
        <Group justify="center">
          <Pagination total={pages} value={page} onChange={setPage} size="sm" getControlProps={control => ({ 'aria-label': `${control} page` })} aria-label="Pages of exhibits" />
        </Group>
      )}
      <PairTray caseId={caseId} />
      <ExhibitDrawer id={shown} onClose={() => navigate(toCase(caseId))} />
    </Stack>
  )
}

const Waiting = () => (
  <div className={classes.grid} aria-busy aria-label="The exhibits are being loaded">
    {Array.from({ length: 6 }, (_, index) => (
      <Box key={index}>
        <Skeleton h={280} radius="sm" />
      </Box>
    ))}
  </div>
)
