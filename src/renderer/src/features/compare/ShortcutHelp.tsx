import { Group, Kbd, Modal, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import type { ShortcutGroup } from './shortcuts'
import { useCharacterKeys } from './toolbar/useKeyHint'

interface ShortcutHelpProps {
  groups: readonly ShortcutGroup[]
  opened: boolean
  onClose: () => void
}

/** The list of keys. */
export function ShortcutHelp({ groups, opened, onClose }: ShortcutHelpProps) {
  const characters = useCharacterKeys()
  return (
    <Modal opened={opened} onClose={onClose} title="Keys of the comparison" size="xl">
      {!characters && <Text size="sm" mb="md">Keys that type a character are switched off (Settings): of these only the arrow keys and Space act.</Text>}
      <SimpleGrid cols={2} spacing="xl" verticalSpacing="lg">
        {groups.map(({ title, shortcuts }) => (
          <Stack key={title} gap={6}>
            <Title order={3} size="sm">
              {title}
            </Title>
            {shortcuts.map(({ keys, label }) => (
              <Group key={keys} justify="space-between" wrap="nowrap" gap="md">
                <Text size="sm">{label}</Text>
                <Kbd style={{ whiteSpace: 'nowrap' }}>{keys}</Kbd>
              </Group>
            ))}
          </Stack>
        ))}
      </SimpleGrid>
      <Text size="sm" c="dimmed" mt="lg">
        Drag moves both faces, the wheel zooms about the pointer, a double click zooms in (with Shift out). The cross-hair marks the same place on both faces.
      </Text>
    </Modal>
  )
}
