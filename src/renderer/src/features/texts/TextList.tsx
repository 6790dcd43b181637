import { Badge, Group, Paper, Text, UnstyledButton } from '@mantine/core'
import { useRef, type KeyboardEvent } from 'react'
import { wordingOf, type ReportText } from './texts'
import classes from './texts.module.css'

interface Props {
  texts: readonly ReportText[]
  /** Key of the one that is open. */
  open: string | null
  onOpen: (key: string) => void
}

/** The texts by their first words. One stop for Tab; the arrows go through them. */
export function TextList({ texts, open, onOpen }: Props) {
  const list = useRef<HTMLDivElement>(null)
  const stop = texts.some(({ key }) => key === open) ? open : texts[0]?.key
  const move = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const next = buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + step]
    next?.focus()
    next?.click()
  }
  return (
    <Paper withBorder className={classes.list} ref={list} onKeyDown={move} role="group" aria-label="Texts">
      {texts.map(text => (
        <UnstyledButton key={text.key} className={classes.item} tabIndex={text.key === stop ? 0 : -1} aria-current={text.key === open} onClick={() => onOpen(text.key)}>
          <Group justify="space-between" wrap="nowrap" gap="xs">
            <Text size="sm" lineClamp={2} {...(wordingOf(text) === '' ? { c: 'dimmed' } : {})}>
              {wordingOf(text) === '' ? 'Room for words of your own' : wordingOf(text)}
            </Text>
            {text.edited !== null && (
              <Badge variant="light" color="teal" flex="none">
                Edited
              </Badge>
            )}
          </Group>
          <Text size="xs" c="dimmed" className="breakable">
            {text.key}
          </Text>
        </UnstyledButton>
      ))}
    </Paper>
  )
}
