import { useQueryClient } from '@tanstack/react-query'
import type { Checklist, ChecklistItem } from '../../../../shared/domain/checklist'
import type { ErrorData } from '../../../../shared/errors'
import { useAct, useCall } from '../../client'
import { useUndo } from '../../ui/undo'
import { componentLabel } from './findings'

/** What a person enters for one component. */
export type Entry = Pick<ChecklistItem, 'component' | 'finding' | 'note' | 'cause'>

export const entryOf = ({ component, finding, note, cause }: Entry): Entry => ({ component, finding, note, cause })

/** A list of the 19 components and the way to store one of them, false where that failed and was said. */
export interface ChecklistSource {
  items: readonly ChecklistItem[] | undefined
  error: ErrorData | null
  set: (entry: Entry) => Promise<boolean>
}

/** The checklist of a comparison, and storing one entry of it, with undo. */
export function useChecklist(comparison: string): ChecklistSource {
  const { data, error } = useCall('checklist.get', { comparison })
  const { mutateAsync } = useAct('checklist.set')
  const queries = useQueryClient()
  const key = ['checklist.get', { comparison }]
  const set = useEntries(
    () => queries.getQueryData<Checklist>(key)?.items,
    async item => void queries.setQueryData<Checklist>(key, await mutateAsync({ comparison, item }))
  )
  return { items: data?.items, error, set }
}

/** Stores an entry that differs from the one stored, and can take it back. */
export function useEntries(read: () => readonly ChecklistItem[] | undefined, store: (entry: Entry) => Promise<void>): ChecklistSource['set'] {
  const { push } = useUndo()
  const write = (entry: Entry): Promise<void> => store(trimmed(entry))
  return async entry => {
    const before = read()?.find(({ component }) => component === entry.component)
    if (before && same(entryOf(before), trimmed(entry))) return true
    try {
      await write(entry)
    } catch {
      return false // useAct has said it
    }
    if (before) push({ label: `${componentLabel(entry.component)} in the checklist`, undo: () => write(entryOf(before)), redo: () => write(entry) })
    return true
  }
}

const trimmed = ({ component, finding, note, cause }: Entry): Entry => ({ component, finding, note: note.trim(), cause: cause.trim() })
const same = (a: Entry, b: Entry): boolean => a.finding === b.finding && a.note === b.note && a.cause === b.cause
