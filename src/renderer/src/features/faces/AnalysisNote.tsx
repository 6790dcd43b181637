import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core'
import type { Exhibit } from '../../../../shared/domain/exhibit'
import { useJob } from '../../client'
import { useHeld } from '../../data/hold'
import { Time } from '../../ui/Time'

/** What stands in the way of working on this photo, and the way out. Nothing where all is well. */
export function AnalysisNote({ exhibit, onPlace }: { exhibit: Exhibit; onPlace: () => void }) {
  const { analysis, evidence, removed } = exhibit
  const readOnly = useHeld()
  if (removed) return <Note color="gray" title="Taken out of the case">{removed.reason} (<Time at={removed.at} />)</Note>
  if (evidence.state === 'failed') return <Note color="red" title="The stored bytes are not those that were imported">Found {evidence.found ?? 'no file'} where {exhibit.sha256} was imported. Nothing is computed from this exhibit; restore the library from a copy.</Note>
  if (analysis.state === 'pending') return <Note color="blue" title="Faces were not looked for yet"><Again exhibit={exhibit.id} label="Look for faces" /></Note>
  if (analysis.state === 'failed') return <Note color="red" title="Looking for faces failed">{analysis.message} <Again exhibit={exhibit.id} label="Try again" /></Note>
  if (analysis.state === 'none' && exhibit.faces.length === 0)
    return (
      <Note color="yellow" title="No face was found">
        {analysis.message}
        {exhibit.photo && <Group mt="xs"><Button size="compact-sm" variant="default" disabled={readOnly} onClick={onPlace}>Set a face by hand</Button></Group>}
      </Note>
    )
  return null
}

const Note = ({ color, title, children }: { color: string; title: string; children: React.ReactNode }) => (
  <Alert color={color} variant="light" title={title} radius={0} role="alert">
    <Text size="sm" component="div" style={{ overflowWrap: 'anywhere' }}>{children}</Text>
  </Alert>
)

function Again({ exhibit, label }: { exhibit: string; label: string }) {
  const { current, start, cancel } = useJob('exhibit.analyse', { title: 'Looking for faces' })
  const readOnly = useHeld()
  if (current.state !== 'running')
    return (
      <Stack gap={4} mt="xs" align="flex-start">
        {current.state === 'failed' && <Text size="sm">{current.error.message}</Text>}
        <Button size="compact-sm" variant="default" disabled={readOnly} onClick={() => void start({ id: exhibit })}>{label}</Button>
      </Stack>
    )
  const { progress } = current
  return (
    <Group mt="xs" gap="sm">
      <Progress w={200} value={progress ? (progress.done / progress.total) * 100 : 100} animated aria-label="Looking for faces" />
      <Text size="sm">{progress?.step}</Text>
      <Button size="compact-sm" variant="default" onClick={cancel}>Cancel</Button>
    </Group>
  )
}
