import { Group, Text } from '@mantine/core'
import type { About } from '../../../../shared/domain/about'

/** Versions of what runs here. */
export function AppFooter({ about }: { about: About | undefined }) {
  const parts = about && [
    about.electron === undefined ? 'Web host on this machine' : `Electron ${about.electron}`,
    `Node ${about.node}`,
    `ONNX Runtime ${about.onnxruntime}`,
    about.platform
  ]
  return (
    <Group h="100%" px="lg" gap="xl" wrap="nowrap">
      {parts?.map(part => (
        <Text key={part} size="xs" c="dimmed">
          {part}
        </Text>
      ))}
    </Group>
  )
}
