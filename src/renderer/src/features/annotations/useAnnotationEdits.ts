import { useQueryClient } from '@tanstack/react-query'
import type { Annotation, AnnotationDraft } from '../../../../shared/domain/annotation'
import type { Output } from '../../../../shared/ipc/contract'
import { useAct } from '../../client'
import { useUndo } from '../../ui/undo'

/** An annotation that the library has not numbered yet has the number null. */
export type Shown = AnnotationDraft & Pick<Annotation, 'comparison' | 'by'> & { number: number | null }

export interface AnnotationEdits {
  /** Adds it, or replaces the one with its id. Shown at once; taken back, and false, where the library refuses it. */
  put: (draft: AnnotationDraft, label: string) => Promise<boolean>
  remove: (annotation: Shown) => void
}

type List = { rows: Shown[] }

/** Adding, changing and removing annotations, each with its undo. */
export function useAnnotationEdits(comparison: string): AnnotationEdits {
  const queries = useQueryClient()
  const key = ['annotation.list', { comparison }]
  const { mutateAsync: put } = useAct('annotation.put')
  const { mutateAsync: remove } = useAct('annotation.remove')
  const { push } = useUndo()

  const show = (change: (rows: Shown[]) => Shown[]): void => void queries.setQueryData<List>(key, list => list && { rows: change(list.rows) })
  const again = (): void => void queries.invalidateQueries({ queryKey: key })
  const find = (id: string): Shown | undefined => queries.getQueryData<List>(key)?.rows.find(row => row.id === id)

  const write = async (draft: AnnotationDraft): Promise<void> => {
    void queries.cancelQueries({ queryKey: key })
    show(rows => replaced(rows, { ...draft, comparison, number: find(draft.id)?.number ?? null, by: find(draft.id)?.by ?? '' }))
    try {
      const stored: Output<'annotation.put'> = await put({ comparison, annotation: draft })
      show(rows => replaced(rows, stored))
    } catch (cause) {
      again()
      throw cause
    }
  }
  const erase = async (id: string): Promise<void> => {
    await remove({ id })
    show(rows => rows.filter(row => row.id !== id))
  }
  return {
    put: async (draft, label) => {
      const before = find(draft.id)
      const undo = (): Promise<void> => (before ? write(draftOf(before)) : erase(draft.id))
      try {
        await write(draft)
      } catch {
        return false // useAct has said it
      }
      push({ label, undo, redo: () => write(draft) })
      return true
    },
    remove: annotation => {
      const redo = (): Promise<void> => erase(annotation.id)
      redo().then(
        () => push({ label: `removal of annotation ${annotation.number ?? ''}`.trim(), undo: () => write(draftOf(annotation)), redo }),
        () => undefined // useAct has said it
      )
    }
  }
}

const replaced = (rows: readonly Shown[], row: Shown): Shown[] => (rows.some(({ id }) => id === row.id) ? rows.map(other => (other.id === row.id ? row : other)) : [...rows, row])

export const draftOf = ({ id, kind, text, a, b }: AnnotationDraft): AnnotationDraft => ({ id, kind, text, a, b })
