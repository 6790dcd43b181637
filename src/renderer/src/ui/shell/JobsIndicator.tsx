import { Button, Group, Loader, Popover, Progress, Stack, Text } from '@mantine/core'
import { useJobs } from '../../client'
import type { Job } from '../../data/jobs'
import { count } from '../format'

/** The long work that runs, on every screen: how far it is, and a way to stop it. */
export function JobsIndicator() {
  const jobs = useJobs()
  return (
    <div role="status" aria-label="Running work">
      {jobs.length > 0 && <Jobs jobs={jobs} />}
    </div>
  )
}

function Jobs({ jobs }: { jobs: readonly Job[] }) {
  return (
    <Popover position="bottom-end" width={360} withArrow trapFocus>
      <Popover.Target>
        <Button variant="light" leftSection={<Loader size={14} aria-hidden />}>
          {jobs.length === 1 ? jobs[0]?.title : count(jobs.length, 'job')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Running work">
        <Stack gap="md">
          {jobs.map(job => (
            <Running key={job.id} job={job} />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

function Running({ job: { title, progress, cancel } }: { job: Job }) {
  const share = progress ? (100 * progress.done) / progress.total : 0
  return (
    <Stack gap={4}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" fw={600} truncate>
          {title}
        </Text>
        <Button variant="default" size="compact-xs" onClick={cancel} aria-label={`Cancel: ${title}`}>
          Cancel
        </Button>
      </Group>
      <Progress value={share} animated aria-label={title} />
      <Text size="xs" c="dimmed" className="tabular" truncate>
        {progress ? `${progress.step} · ${progress.done} of ${progress.total}` : 'Starting'}
      </Text>
    </Stack>
  )
}
