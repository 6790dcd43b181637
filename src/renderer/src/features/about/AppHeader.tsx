import { Badge, Group, Text } from '@mantine/core'
import type { About } from '../../../../shared/domain/about'
import { SchemeSwitch } from '../../ui/SchemeSwitch'

/** The window's top line: name, version, colours. */
export function AppHeader({ about }: { about: About | undefined }) {
  return (
    <Group h="100%" px="lg" justify="space-between" wrap="nowrap">
      <Group gap="sm" wrap="nowrap">
        <img src="./mark.svg" alt="" width={30} height={30} />
        <Text fw={700} size="lg">
          Vidimus
        </Text>
        {about && (
          <Badge variant="default" size="lg" tt="none" fw={500}>
            {about.version}
          </Badge>
        )}
      </Group>
      <SchemeSwitch />
    </Group>
  )
}
