import { useQueryClient } from '@tanstack/react-query'
import type { Checklist, ChecklistItem } from '../../../../shared/domain/checklist'
import { useAct, useCall } from '../../client'
import { useUndo } from '../../ui/undo'
import { componentLabel } from './findings'

/** What a person enters for one component. */
export type Entry = Pick<ChecklistItem, 'component' | 'finding' | 'note' | 'cause'>

export const entryOf = ({ component, finding, note, cause }: Entry): Entry => ({ component, finding, note, cause })

/** The checklist of a comparison, and storing one entry of it, with undo. */
export function useChecklist(comparison: string) {
  const { data, error } = useCall('checklist.get', { comparison })
  const { mutateAsync } = useAct('checklist.set')
  const queries = useQueryClient()
  const { push } = useUndo()
  const key = ['checklist.get', { comparison }]

  const write = async (entry: Entry): Promise<void> => {
    const stored = await mutateAsync({ comparison, item: trimmed(entry) })
    queries.setQueryData<Checklist>(key, stored)
  }
  const set = async (entry: Entry): Promise<boolean> => {
    const before = queries.getQueryData<Checklist>(key)?.items.find(({ component }) => component === entry.component)
    if (before && same(entryOf(before), trimmed(entry))) return true
    try {
      await write(entry)
    } catch {
      return false // useAct has said it
    }
    if (before) push({ label: `${componentLabel(entry.component)} in the checklist`, undo: () => write(entryOf(before)), redo: () => write(entry) })
    return true
  }
  return { items: data?.items, error, set }
}

const trimmed = ({ component, finding, note, cause }: Entry): Entry => ({ component, finding, note: note.trim(), cause: cause.trim() })
const same = (a: Entry, b: Entry): boolean => a.finding === b.finding && a.note === b.note && a.cause === b.cause
