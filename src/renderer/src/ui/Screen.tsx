import { Box, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { Heading } from './Heading'

interface Props {
  title: ReactNode
  /** One line under the title. */
  hint?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** The frame of an ordinary screen: its heading, what can be done with all of it, and the rest. */
export function Screen({ children, ...head }: Props) {
  return (
    <Box px="lg" py="md" maw={1680} mx="auto">
      <Stack gap="md">
        <Heading order={1} size="h3" {...head} />
        {children}
      </Stack>
    </Box>
  )
}
