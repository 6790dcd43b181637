import { Group, Stack, Text, Title, type TitleOrder } from '@mantine/core'
import type { ReactNode } from 'react'

interface Props {
  order: TitleOrder
  size: 'h3' | 'h5'
  title: ReactNode
  /** One line under the title. */
  hint?: ReactNode
  actions?: ReactNode
  id?: string
}

/** The head of a screen or of a part of one: its title, and what can be done with all of it. */
export function Heading({ order, size, title, hint, actions, id }: Props) {
  return (
    <Group justify="space-between" align={order === 1 ? 'flex-end' : 'flex-start'} wrap="nowrap" gap="lg">
      <Stack gap={2} miw={0}>
        <Title order={order} size={size} {...(id === undefined ? {} : { id })}>
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
  )
}
