import { Group, Paper, Text } from '@mantine/core'
import { IconEyeOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'

/** In the place of what the present examiner may not see yet. No alarm: this is as it should be. */
export function WithheldNote({ children }: { children: ReactNode }) {
  return (
    <Paper withBorder p="sm" role="note">
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <IconEyeOff size={18} stroke={1.6} style={{ flex: 'none', marginTop: 1 }} aria-hidden />
        <Text size="sm" component="div">
          {children}
        </Text>
      </Group>
    </Paper>
  )
}
