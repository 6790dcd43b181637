import { Alert, Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core'
import type { Writing } from './useConclusion'

interface Props {
  writing: Writing
  /** The laboratory's levels, from most against to most for the same source. */
  scale: readonly string[]
  examiner: string
}

const NONE = ''

/** Level, propositions and rationale. Saving adds a version; the ones before stay. */
export function ConclusionForm({ writing, scale, examiner }: Props) {
  const { draft, change, dirty, overtakenBy, discard, save, busy, after } = writing
  // A level of a scale that was changed since stays choosable: it is what was meant.
  const levels = draft.level !== null && !scale.includes(draft.level) ? [...scale, draft.level] : scale
  return (
    <Stack gap="md">
      {overtakenBy !== null && <Overtaken writing={writing} by={overtakenBy} />}
      <Radio.Group label="Level" description="The scale of your laboratory (Settings)" value={draft.level ?? NONE} onChange={value => change({ level: value === NONE ? null : value })}>
        <Stack gap={6} mt="xs">
          <Radio size="sm" value={NONE} label="None chosen" />
          {levels.map(level => (
            <Radio key={level} size="sm" value={level} label={scale.includes(level) ? level : `${level} (no longer in the scale)`} />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea label="Proposition: same source" description="In your words, e.g. who is said to be on both photos" autosize minRows={2} maxLength={1000} value={draft.same} onChange={event => change({ same: event.currentTarget.value })} />
      <Textarea label="Proposition: different sources" description="What is held against it" autosize minRows={2} maxLength={1000} value={draft.different} onChange={event => change({ different: event.currentTarget.value })} />
      <Textarea label="Rationale" description="The features that led you there, and what limits them" autosize minRows={5} maxRows={24} maxLength={20_000} value={draft.rationale} onChange={event => change({ rationale: event.currentTarget.value })} />
      <Stack gap={6}>
        <Group gap="xs">
          <Button size="sm" disabled={!dirty || overtakenBy !== null} loading={busy} onClick={save}>{`Save as version ${after + 1}`}</Button>
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
