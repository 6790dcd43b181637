import { Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'

/** A named fact, as in a record. */
export function Fact({ label, children, width = 112 }: { label: string; children: ReactNode; width?: number }) {
  return (
    <Group gap="md" wrap="nowrap" align="flex-start">
      <Text size="sm" c="dimmed" w={width} flex="none">
        {label}
      </Text>
      <Text size="sm" component="div" miw={0} className="breakable">
        {children}
      </Text>
    </Group>
  )
}
