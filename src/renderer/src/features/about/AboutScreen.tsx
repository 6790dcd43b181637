import { Badge, Group, Text } from '@mantine/core'
import { useCall } from '../../client'
import { ErrorNote } from '../../ui/ErrorNote'
import { Screen } from '../../ui/Screen'
import { Introduction } from './Introduction'

/** What Vidimus is, its versions, and what it never claims. */
export function AboutScreen() {
  const { data, error } = useCall('app.about', {})
  return (
    <Screen title="About Vidimus">
      <Introduction />
      {error && <ErrorNote title="The versions could not be read" error={error} />}
      {data && (
        <Group>
          <Badge variant="default">{data.version}</Badge>
          <Text size="sm">{`Node ${data.node} · ONNX Runtime ${data.onnxruntime} · ${data.platform}`}</Text>
        </Group>
      )}
    </Screen>
  )
}
