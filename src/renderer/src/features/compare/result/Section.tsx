import { Group, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './result.module.css'

interface SectionProps {
  title: string
  aside?: ReactNode
  children: ReactNode
}

/** One part of the result. */
export function Section({ title, aside, children }: SectionProps) {
  return (
    <section className={classes.section} aria-label={title}>
      <Group justify="space-between" mb={8} wrap="nowrap" mih={22}>
        <Title order={2} size="sm">
          {title}
        </Title>
        {aside}
      </Group>
      {children}
    </section>
  )
}
