import { useLocalStorage } from '@mantine/hooks'
import { useCallback } from 'react'

/** Which panel is open, null for none; kept for the next comparison. */
export function useOpenPanel(): [open: string | null, setOpen: (name: string | null) => void, toggle: () => void] {
  const [open, setOpen] = useLocalStorage<string | null>({ key: 'vidimus.compare.tab', defaultValue: 'result', getInitialValueInEffect: false })
  const toggle = useCallback(() => setOpen(before => (before === null ? 'result' : null)), [setOpen])
  return [open, setOpen, toggle]
}
