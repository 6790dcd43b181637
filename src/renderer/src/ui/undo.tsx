import { useHotkeys } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { createContext, useContext, useMemo, useRef, useState, type ReactNode } from 'react'
import { toErrorData } from '../../../shared/errors'
import { notifyError } from '../client'
import { isTextField } from './textField'

/** An edit that can be taken back. Both ways go through the program, so both are logged. */
export interface Edit {
  /** What was done, as a noun: "mark Q-1", "move of the left eye". */
  label: string
  undo: () => unknown
  redo: () => unknown
}

interface Undo {
  push: (edit: Edit) => void
  undo: () => void
  redo: () => void
  /** What the next undo or redo would be about; null where there is none. */
  undoLabel: string | null
  redoLabel: string | null
  clear: () => void
}

const MAX_EDITS = 100
const UndoContext = createContext<Undo | null>(null)

/** The window's list of edits: `useUndo().push({ label, undo, redo })` after an edit was made. */
export function useUndo(): Undo {
  const undo = useContext(UndoContext)
  if (!undo) throw new Error('useUndo is called outside UndoProvider')
  return undo
}

interface Stacks {
  done: readonly Edit[]
  undone: readonly Edit[]
}

export function UndoProvider({ children }: { children: ReactNode }) {
  const [stacks, setStacks] = useState<Stacks>({ done: [], undone: [] })
  const latest = useRef(stacks)
  const busy = useRef(false)
  const value = useMemo<Undo>(() => {
    const set = (next: Stacks): void => setStacks((latest.current = next))
    const push = (edit: Edit): void => set({ done: [...latest.current.done, edit].slice(-MAX_EDITS), undone: [] })
    const clear = (): void => set({ done: [], undone: [] })
    const step = async (way: 'undo' | 'redo'): Promise<void> => {
      const { done, undone } = latest.current
      const edit = (way === 'undo' ? done : undone).at(-1)
      if (!edit || busy.current) return
      busy.current = true
      try {
        await edit[way]()
        const { done, undone } = latest.current
        set(way === 'undo' ? { done: done.filter(other => other !== edit), undone: [...undone, edit] } : { done: [...done, edit], undone: undone.filter(other => other !== edit) })
        notifications.show({ message: `${way === 'undo' ? 'Undone' : 'Done again'}: ${edit.label}`, autoClose: 3000, role: 'status' })
      } catch (cause) {
        notifyError(toErrorData(cause), `${way === 'undo' ? 'Could not undo' : 'Could not redo'}: ${edit.label}`)
      } finally {
        busy.current = false
      }
    }
    return { push, clear, undo: () => void step('undo'), redo: () => void step('redo'), undoLabel: stacks.done.at(-1)?.label ?? null, redoLabel: stacks.undone.at(-1)?.label ?? null }
  }, [stacks])
  useHotkeys([['mod+Z', event => unlessTyping(event, value.undo), OWN], ['mod+shift+Z', event => unlessTyping(event, value.redo), OWN], ['mod+Y', event => unlessTyping(event, value.redo), OWN]], [])
  return <UndoContext value={value}>{children}</UndoContext>
}

const OWN = { preventDefault: false }

function unlessTyping(event: KeyboardEvent, act: () => void): void {
  if (isTextField(event.target)) return
  event.preventDefault()
  act()
}
