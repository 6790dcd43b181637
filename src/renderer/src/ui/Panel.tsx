import { Paper, Stack } from '@mantine/core'
import { useId, type ReactNode } from 'react'
import { Heading } from './Heading'

interface Props {
  title: string
  hint?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** One titled part of a screen. */
export function Panel({ children, ...head }: Props) {
  const id = useId()
  return (
    <Paper component="section" withBorder p="md" aria-labelledby={id}>
      <Stack gap="md">
        <Heading order={2} size="h5" id={id} {...head} />
        {children}
      </Stack>
    </Paper>
  )
}
