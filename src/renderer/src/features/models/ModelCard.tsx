import { Badge, Card, Code, Group, List, Skeleton, Stack, Text, Title } from '@mantine/core'
import type { ModelEntry } from '../../../../shared/domain/model'
import { describeThreshold } from '../../../../shared/domain/wording'
import { useCall } from '../../client'
import { ErrorNote } from '../../ui/ErrorNote'
import { SelfTest } from './SelfTest'

/** The default recognition model: what it is, where its threshold comes from, what nobody documented, and its self-test. */
export function ModelCard() {
  const { data, error } = useCall('model.list', {})
  if (error) return <ErrorNote title="The models could not be read" error={error} />
  const model = data?.models.find(({ role }) => role === 'recognition')
  return (
    <Card component="section" withBorder padding="lg" aria-labelledby="model-title">
      {model ? <Facts model={model} /> : <Skeleton h={260} />}
      <Card.Section withBorder inheritPadding py="lg" mt="lg">
        <SelfTest />
      </Card.Section>
    </Card>
  )
}

function Facts({ model }: { model: ModelEntry }) {
  const { input, calibration } = model
  return (
    <Stack gap="md">
      <Group justify="space-between" wrap="nowrap">
        <Title order={2} size="h4" id="model-title">
          {model.name}
        </Title>
        <Badge variant="default" tt="none" fw={500}>Default model</Badge>
      </Group>
      <Stack gap={6}>
        <Fact label="Id">{model.id}</Fact>
        <Fact label="SHA-256">
          <Code bg="transparent" p={0} fz="xs" style={{ overflowWrap: 'anywhere' }}>
            {model.sha256}
          </Code>
        </Fact>
        <Fact label="Input">
          {input.width} × {input.height}, {input.colour === 'rgb' ? 'colour' : 'grey'}
        </Fact>
        {calibration && (
          <Fact label="Threshold">
            {describeThreshold(calibration.threshold, { kind: 'calibrated', ...calibration })}
          </Fact>
        )}
        <Fact label="Licence">{model.license}</Fact>
        <Fact label="Undocumented">
          <List size="sm" spacing={2} listStyleType="none">
            {model.undocumented.map(text => (
              <List.Item key={text}>{text}</List.Item>
            ))}
          </List>
        </Fact>
      </Stack>
    </Stack>
  )
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <Group gap="md" wrap="nowrap" align="flex-start">
      <Text size="sm" c="dimmed" w={112} flex="none">
        {label}
      </Text>
      <Text size="sm" component="div">
        {children}
      </Text>
    </Group>
  )
}
