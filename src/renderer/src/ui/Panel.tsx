import { Box, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useId, type ReactNode } from 'react'

interface Props {
  title: string
  hint?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** One titled part of a screen. */
export function Panel({ title, hint, actions, children }: Props) {
  const id = useId()
  return (
    <Paper component="section" withBorder p="md" aria-labelledby={id}>
      <Stack gap="md">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Box miw={0}>
            <Title order={2} size="h5" id={id}>
              {title}
            </Title>
            {hint !== undefined && (
              <Text size="sm" c="dimmed" component="div">
                {hint}
              </Text>
            )}
          </Box>
          {actions !== undefined && <Box flex="none">{actions}</Box>}
        </Group>
        {children}
      </Stack>
    </Paper>
  )
}
