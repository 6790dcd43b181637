import { ActionIcon, Tooltip } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import { useKeyHint, useKeyName } from './useKeyHint'

interface ToolProps {
  icon: Icon
  label: string
  /** The key that does the same, as printed on the keyboard. */
  keyName?: string
  /** For a switch: whether it is on. */
  on?: boolean
  disabled?: boolean
  onClick: () => void
}

/** How a button of the toolbar looks. */
export const toolLook = (on: boolean) => (on ? ({ variant: 'light' } as const) : ({ variant: 'subtle', color: 'gray', c: 'var(--mantine-color-text)' } as const))

/** One button of the toolbar. */
export function Tool({ icon: ToolIcon, label, keyName, on, disabled = false, onClick }: ToolProps) {
  const [hint, named] = [useKeyHint(), useKeyName()]
  return (
    <Tooltip label={hint(label, keyName)} openDelay={350}>
      <ActionIcon size={28} {...toolLook(on === true)} aria-label={label} aria-pressed={on} aria-keyshortcuts={named(keyName)} disabled={disabled} onClick={onClick}>
        <ToolIcon size={18} stroke={1.7} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
