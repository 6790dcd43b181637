import { Box, Button, Group, Stack, Text, Textarea, UnstyledButton } from '@mantine/core'
import { useRef, useState, type KeyboardEvent } from 'react'
import type { ChecklistItem, Component } from '../../../../shared/domain/checklist'
import { useHold } from '../../data/hold'
import { ClaimHint } from '../../ui/ClaimHint'
import { Time } from '../../ui/Time'
import { SaveNote } from '../panels/SaveNote'
import { Theirs } from '../panels/Theirs'
import { useSaver, type Edited } from '../panels/useSaver'
import classes from './checklist.module.css'
import { FINDINGS, componentLabel, findingOf } from './findings'
import { entryOf, type Entry } from './useChecklist'

interface Props {
  id: string
  item: ChecklistItem
  onSet: (entry: Entry) => Promise<boolean>
  /** Takes arrow keys; says whether it did. */
  onKey: (key: string, at: Component) => boolean
}

/** One component: its finding by a press or a key, a note, and the cause where it differs. */
export function ChecklistRow({ id, item, onSet, onKey }: Props) {
  const edited = useSaver<Entry>(entryOf(item), onSet)
  const { component, finding, note, cause } = edited.value
  const hold = useHold()
  const [asked, setAsked] = useState(false)
  const notes = useRef<HTMLTextAreaElement>(null)
  const open = asked || note !== '' || cause !== '' || finding === 'different'

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target instanceof HTMLTextAreaElement || event.ctrlKey || event.metaKey || event.altKey) return
    const next = findingOf(event.key)
    const edits = hold === null
    if (edits && next !== undefined) edited.choose({ finding: next })
    else if (edits && event.key.toLowerCase() === 'n') {
      setAsked(true)
      // The field may only come with this press.
      requestAnimationFrame(() => notes.current?.focus())
    } else if (!onKey(event.key, component)) return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <Box component="li" className={classes.row} onKeyDown={onKeyDown} data-component={component} data-assessed={finding !== null || undefined}>
      <Group justify="space-between" wrap="nowrap" gap="xs" mb={4}>
        <UnstyledButton id={id} className={classes.name} onClick={() => setAsked(!asked)} aria-expanded={open} aria-label={`${componentLabel(component)}: ${finding ?? 'not assessed'}`}>
          {componentLabel(component)}
        </UnstyledButton>
        <Group gap="xs" wrap="nowrap">
          <SaveNote state={edited.state} onRetry={edited.leave} />
          {!open && hold === null && <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setAsked(true)}>Note</Button>}
        </Group>
      </Group>
      <Findings edited={edited} hold={hold} />
      {open && (
        <Stack gap="xs" mt="xs">
          {finding === 'different' && (
            <div>
              <Textarea size="xs" label="What may have caused the difference" description="Light, pose, age, quality, a different person …" autosize minRows={1} maxLength={1000} readOnly={hold !== null} value={cause} onChange={event => edited.type({ cause: event.currentTarget.value })} onBlur={() => edited.leave('cause')} />
              <ClaimHint text={cause} onTake={hold === null ? cause => edited.choose({ cause }) : undefined} />
            </div>
          )}
          <Textarea ref={notes} size="xs" label="Note" autosize minRows={1} maxLength={4000} readOnly={hold !== null} value={note} onChange={event => edited.type({ note: event.currentTarget.value })} onBlur={() => edited.leave('note')} />
          <ClaimHint text={note} onTake={hold === null ? note => edited.choose({ note }) : undefined} />
          <Theirs edited={edited} field="note" />
          <Theirs edited={edited} field="cause" />
          {item.by !== null && item.changed !== null && <Text size="xs" c="dimmed">{item.by}, <Time at={item.changed} /></Text>}
        </Stack>
      )}
    </Box>
  )
}

function Findings({ edited: { value, choose }, hold }: { edited: Edited<Entry>; hold: string | null }) {
  const move = (event: KeyboardEvent<HTMLElement>): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const buttons = [...event.currentTarget.querySelectorAll('button')]
    buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + step]?.focus()
  }
  return (
    <div className={classes.findings} role="group" aria-label={`Finding for ${value.component}`} onKeyDown={move}>
      {FINDINGS.map(({ finding, label }, i) => (
        <UnstyledButton key={finding} className={classes.finding} aria-pressed={value.finding === finding} disabled={hold !== null} title={hold ?? `${label} (key ${i + 1})`} onClick={() => choose({ finding: value.finding === finding ? null : finding })}>
          {label}
        </UnstyledButton>
      ))}
    </div>
  )
}
