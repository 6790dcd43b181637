import { Box, Group, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

interface Props {
  title: ReactNode
  /** One line under the title. */
  hint?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** The frame of an ordinary screen: its heading, what can be done with all of it, and the rest. */
export function Screen({ title, hint, actions, children }: Props) {
  return (
    <Box px="lg" py="md" maw={1680} mx="auto">
      <Stack gap="md">
        <Group justify="space-between" align="flex-end" wrap="nowrap" gap="lg">
          <Stack gap={2} miw={0}>
            <Title order={1} size="h3">
              {title}
            </Title>
            {hint !== undefined && (
              <Text size="sm" c="dimmed" component="div">
                {hint}
              </Text>
            )}
          </Stack>
          {actions !== undefined && (
            <Group gap="xs" wrap="nowrap" flex="none">
              {actions}
            </Group>
          )}
        </Group>
        {children}
      </Stack>
    </Box>
  )
}
