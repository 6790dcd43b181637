import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useHold } from '../../data/hold'
import { ConclusionFields } from './ConclusionFields'
import type { Writing } from './useConclusion'

interface Props {
  writing: Writing
  /** The laboratory's levels, from most against to most for the same source. */
  scale: readonly string[]
  examiner: string
}

/** A conclusion while it is written. Saving adds a version; the ones before stay. */
export function ConclusionForm({ writing, scale, examiner }: Props) {
  const { draft, change, dirty, overtakenBy, discard, save, busy, after } = writing
  const hold = useHold()
  return (
    <Stack gap="md">
      {overtakenBy !== null && <Overtaken writing={writing} by={overtakenBy} />}
      <ConclusionFields draft={draft} scale={scale} onLevel={level => change({ level })} onType={change} />
      <Stack gap={6}>
        <Group gap="xs">
          <Button size="sm" disabled={!dirty || overtakenBy !== null || hold !== null} title={hold ?? undefined} loading={busy} onClick={save}>{`Save as version ${after + 1}`}</Button>
          <Button size="sm" variant="default" onClick={discard}>{dirty ? 'Discard' : 'Cancel'}</Button>
        </Group>
        <Text size="xs" c="dimmed" aria-live="polite">
          {dirty ? 'Not saved. Kept in this window until it is.' : 'Nothing to save.'} {examiner === '' ? 'No examiner is named in the settings.' : `Recorded under ${examiner}.`}
        </Text>
      </Stack>
    </Stack>
  )
}

function Overtaken({ writing: { goOn, discard }, by }: { writing: Writing; by: number }) {
  return (
    <Alert color="yellow" variant="light" title={`Version ${by} was saved meanwhile`} role="alert">
      <Text size="sm" mb="xs">In another window; you find it below. Yours is not saved.</Text>
      <Group gap="xs">
        <Button size="compact-sm" variant="default" onClick={goOn}>{`Go on after version ${by}`}</Button>
        <Button size="compact-sm" variant="default" onClick={discard}>Discard mine</Button>
      </Group>
    </Alert>
  )
}
