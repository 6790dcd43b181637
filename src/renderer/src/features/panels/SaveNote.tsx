import { Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconPencil, IconRefresh } from '@tabler/icons-react'
import type { SaveState } from './saver'

const LOOKS = {
  saved: { word: 'Saved', icon: IconCheck },
  waiting: { word: 'Not saved yet', icon: IconPencil },
  saving: { word: 'Saving …', icon: IconRefresh },
  failed: { word: 'Not saved', icon: IconAlertTriangle }
} as const

/** Whether what is seen is stored; where that failed, another try. */
export function SaveNote({ state, onRetry }: { state: SaveState; onRetry: () => void }) {
  if (state === 'untouched') return null
  const { word, icon: StateIcon } = LOOKS[state]
  return (
    <Group gap={4} wrap="nowrap" data-save={state} aria-live="polite">
      <StateIcon size={13} aria-hidden />
      <Text span size="xs" c={state === 'failed' ? 'var(--mantine-color-text)' : 'dimmed'} fw={state === 'failed' ? 700 : 400} style={{ whiteSpace: 'nowrap' }}>{word}</Text>
      {state === 'failed' && <Button size="compact-xs" variant="default" onClick={onRetry}>Try again</Button>}
    </Group>
  )
}
