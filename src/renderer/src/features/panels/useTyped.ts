import { useEffect, useRef, useState } from 'react'

const REST_MS = 700

export interface Typed {
  /** What the field shows: what was typed, or what is stored. */
  value: string
  type: (value: string) => void
  /** Stores what was typed now, e.g. when the field is left. */
  flush: () => void
}

/**
 * A text that is stored once the typing rests, when the field is left, and when it goes away. A change from elsewhere
 * replaces what is shown only while nobody types, and what could not be stored stays in the field.
 * @param onStore says whether it could be stored
 */
export function useTyped(stored: string, onStore: (value: string) => Promise<boolean>): Typed {
  const [typed, setTyped] = useState<string | null>(null)
  /** Typed and not stored yet. */
  const waiting = useRef<string | null>(null)
  const timer = useRef<number>(undefined)
  const latest = useRef({ stored, onStore })
  useEffect(() => void (latest.current = { stored, onStore }), [stored, onStore])

  const [{ type, flush }] = useState(() => {
    const send = async (leaving: boolean): Promise<void> => {
      window.clearTimeout(timer.current)
      const value = waiting.current
      waiting.current = null
      const ok = value === null || value.trim() === latest.current.stored || (await latest.current.onStore(value.trim()))
      if (!ok) waiting.current ??= value
      else if (leaving && waiting.current === null) setTyped(null)
    }
    const type = (value: string): void => {
      setTyped(value)
      waiting.current = value
      window.clearTimeout(timer.current)
      timer.current = window.setTimeout(() => void send(false), REST_MS)
    }
    return { type, flush: () => void send(true) }
  })
  useEffect(() => flush, [flush])
  return { value: typed ?? stored, type, flush }
}
