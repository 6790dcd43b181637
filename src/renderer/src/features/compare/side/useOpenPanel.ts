import { useLocalStorage } from '@mantine/hooks'
import { useCallback } from 'react'

const KEY = 'vidimus.compare.tab'

/** Which panel is open, null for none; kept for the next comparison. */
export function useOpenPanel(): [open: string | null, setOpen: (name: string | null) => void, toggle: () => void] {
  const [open, setOpen] = useLocalStorage<string | null>({ key: KEY, defaultValue: 'result', getInitialValueInEffect: false })
  const toggle = useCallback(() => setOpen(before => (before === null ? 'result' : null)), [setOpen])
  return [open, setOpen, toggle]
}

/** Makes the next comparison that is opened show this panel. */
export const openPanelNext = (name: string): void => localStorage.setItem(KEY, JSON.stringify(name))
