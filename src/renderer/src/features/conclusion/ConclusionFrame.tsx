import { Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './conclusion.module.css'

/** The frame around what an examiner concludes: apart from everything that the machine says. */
export function ConclusionFrame({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <section className={classes.frame} aria-labelledby="conclusion-title">
      <Stack gap="md">
        <div>
          <Title order={2} size="h5" id="conclusion-title">{title}</Title>
          <Text size="xs" c="dimmed">{hint}</Text>
        </div>
        {children}
      </Stack>
    </section>
  )
}
