import { markText, type MarkedFace } from '../../../../../shared/domain/markedFace'
import { useAct } from '../../../client'
import { useUndo } from '../../../ui/undo'

type Role = 'Q' | 'K' | null

/** Marks a face as questioned or known, or takes its mark back; it can be undone. */
export function useMarking(): (face: MarkedFace, role: Role) => void {
  const { mutateAsync } = useAct('face.mark')
  const { push } = useUndo()
  return (face, role) => {
    const before = face.mark?.role ?? null
    if (role === before) return
    mutateAsync({ id: face.id, role }).then(
      marked => {
        const label = role === null ? `taking back mark ${markText(face.mark)}` : `mark ${markText(marked.mark)}`
        push({ label, undo: () => mutateAsync({ id: face.id, role: before }), redo: () => mutateAsync({ id: face.id, role }) })
      },
      () => undefined
    )
  }
}
