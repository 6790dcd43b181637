import { Group, Stack, Text, ThemeIcon, Title } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'

interface Props {
  icon: Icon
  title: string
  /** What to do next, or why there is nothing. */
  children: ReactNode
  actions?: ReactNode
}

/** What a list says while it holds nothing. */
export function Empty({ icon: EmptyIcon, title, children, actions }: Props) {
  return (
    <Stack align="center" gap="sm" py={56} px="md">
      <ThemeIcon size={52} radius="xl" variant="default">
        <EmptyIcon size={26} stroke={1.4} aria-hidden />
      </ThemeIcon>
      <Title order={2} size="h4">
        {title}
      </Title>
      <Text size="sm" c="dimmed" ta="center" maw={520} component="div">
        {children}
      </Text>
      {actions !== undefined && <Group gap="sm">{actions}</Group>}
    </Stack>
  )
}
