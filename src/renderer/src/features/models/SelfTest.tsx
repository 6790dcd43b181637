import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { useJob, type JobState } from '../../client'
import { ErrorNote } from '../../ui/ErrorNote'
import { SelfTestReport } from './SelfTestReport'

/** Starts the self-test and shows how it goes and how it ended. */
export function SelfTest() {
  const { current, start, cancel } = useJob('engine.selfTest', { title: 'Self-test' })
  const running = current.state === 'running'
  return (
    <Stack gap="md">
      <Group>
        {running ? (
          <Button variant="default" onClick={cancel}>
            Cancel
          </Button>
        ) : (
          <Button onClick={() => void start({})}>{current.state === 'idle' || current.state === 'cancelled' ? 'Run self-test' : 'Run again'}</Button>
        )}
      </Group>
      <div aria-live="polite">
        <Outcome current={current} />
      </div>
    </Stack>
  )
}

function Outcome({ current }: { current: JobState<'engine.selfTest'> }) {
  switch (current.state) {
    case 'idle':
      return null
    case 'cancelled':
      return <Text size="sm">The self-test was cancelled.</Text>
    case 'running':
      return <Running {...(current.progress ?? { step: 'Starting the engine', done: 0, total: 1 })} />
    case 'done':
      return <SelfTestReport result={current.result} />
    case 'failed':
      return <ErrorNote title="The self-test could not be run" error={current.error} />
  }
}

function Running({ step, done, total }: { step: string; done: number; total: number }) {
  return (
    <Stack gap={6}>
      <Progress value={(100 * done) / total} animated aria-label="Self-test" />
      <Text size="sm">{step} …</Text>
    </Stack>
  )
}
