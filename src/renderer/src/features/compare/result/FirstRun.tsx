import { Button, List, Progress, Stack, Text, Title } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import type { JobState } from '../../../client'
import { useHold } from '../../../data/hold'
import { ErrorNote } from '../../../ui/ErrorNote'
import type { SideData } from '../data/useSide'
import { Unsuitable, unsuitableFaces } from './Unsuitable'

interface FirstRunProps {
  job: JobState<'comparison.run'>
  sides: readonly (SideData | null)[]
  onRun: () => void
  onCancel: () => void
}

/** Before the first run: what will happen, what stands against it, and the button. */
export function FirstRun({ job, sides, onRun, onCancel }: FirstRunProps) {
  const unsuitable = unsuitableFaces(sides)
  const hold = useHold()
  const ready = hold === null && sides.every(side => side !== null) && unsuitable.length === 0
  return (
    <Stack gap="md" py="md">
      <Title order={2} size="md">
        Not compared yet
      </Title>
      <Text size="sm">Look at the photos first, as long as you like. A run then does the following:</Text>
      <List type="ordered" size="sm" spacing={6}>
        <List.Item>Hashes the stored bytes of both photos again. If they are not the bytes that came in, it stops there.</List.Item>
        <List.Item>Aligns both faces at the points in use and scores them with the recognition model.</List.Item>
        <List.Item>Splits the score into its arguments, for and against, and computes the maps of both faces.</List.Item>
        <List.Item>Keeps score, threshold, points, model and hashes as run 1, and writes it to the audit log.</List.Item>
      </List>
      {unsuitable.map(side => (
        <Unsuitable key={side.face.id} side={side} />
      ))}
      {job.state === 'failed' && <ErrorNote title="The run failed" error={job.error} />}
      {job.state === 'cancelled' && <Text size="sm">The run was cancelled; nothing was kept.</Text>}
      {job.state === 'running' ? (
        <Running job={job} onCancel={onCancel} />
      ) : (
        <Button leftSection={<IconPlayerPlay size={17} />} disabled={!ready} title={hold ?? undefined} onClick={onRun}>
          Run comparison
        </Button>
      )}
      <Text size="xs" c="dimmed">
        A score is a lead; a person concludes. It is neither a percentage nor a probability of identity.
      </Text>
    </Stack>
  )
}

function Running({ job: { progress }, onCancel }: { job: Extract<JobState<'comparison.run'>, { state: 'running' }>; onCancel: () => void }) {
  const { step, done, total } = progress ?? { step: 'Starting', done: 0, total: 1 }
  return (
    <Stack gap={6}>
      <Progress value={(done / total) * 100} animated aria-label="Progress of the run" />
      <Text size="sm" role="status">
        {step} …
      </Text>
      <Button variant="default" onClick={onCancel}>
        Cancel
      </Button>
    </Stack>
  )
}
