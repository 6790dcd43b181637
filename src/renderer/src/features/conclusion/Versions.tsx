import { Accordion, Stack, Text, Title } from '@mantine/core'
import type { Conclusion } from '../../../../shared/domain/conclusion'
import { Time } from '../../ui/Time'

/** Versions saved before, newest first. */
export function Versions({ versions }: { versions: readonly Conclusion[] }) {
  if (versions.length === 0) return null
  return (
    <Stack gap={4}>
      <Title order={3} size="h6">Versions saved before</Title>
      <Accordion variant="contained" order={4}>
        {versions.map(conclusion => (
          <Accordion.Item key={conclusion.id} value={conclusion.id}>
            <Accordion.Control>
              <Text size="sm">{`Version ${conclusion.version}: ${conclusion.level ?? 'no level chosen'}`}</Text>
              <Text size="xs" c="dimmed">{conclusion.by}, <Time at={conclusion.at} /></Text>
            </Accordion.Control>
            <Accordion.Panel><Content conclusion={conclusion} /></Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Stack>
  )
}

/** The version that stands. */
export function Version({ conclusion }: { conclusion: Conclusion }) {
  return (
    <Stack gap="xs">
      <div>
        <Text fw={650}>{conclusion.level ?? 'No level chosen'}</Text>
        <Text size="xs" c="dimmed">{`Version ${conclusion.version}, ${conclusion.by}, `}<Time at={conclusion.at} /></Text>
      </div>
      <Content conclusion={conclusion} />
    </Stack>
  )
}

const Content = ({ conclusion: { same, different, rationale } }: { conclusion: Conclusion }) => (
  <Stack gap="xs">
    <Field label="Proposition: same source" text={same} />
    <Field label="Proposition: different sources" text={different} />
    <Field label="Rationale" text={rationale} />
  </Stack>
)

const Field = ({ label, text }: { label: string; text: string }) => (
  <div>
    <Text size="xs" c="dimmed">{label}</Text>
    <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text === '' ? 'Not stated.' : text}</Text>
  </div>
)
