import { useQueryClient } from '@tanstack/react-query'
import type { Exhibit } from '../../../../shared/domain/exhibit'
import type { MarkedFace } from '../../../../shared/domain/markedFace'
import { useAct } from '../../client'
import { useUndo } from '../../ui/undo'
import { learn } from './drafts'

/** Shows a changed face at once, before the library tells of the change: points must not jump back meanwhile. */
export function useShowFace(): (face: MarkedFace) => void {
  const queries = useQueryClient()
  return face => {
    learn([face])
    queries.setQueryData<Exhibit>(['exhibit.get', { id: face.exhibit }], shown => shown && { ...shown, faces: withFace(shown.faces, face) })
  }
}

const withFace = (faces: readonly MarkedFace[], face: MarkedFace): MarkedFace[] =>
  faces.some(({ id }) => id === face.id) ? faces.map(other => (other.id === face.id ? face : other)) : [...faces, face]

type Role = 'Q' | 'K' | null

/** Marks a face as questioned, known or neither. */
export function useMark(face: MarkedFace): { mark: (role: Role) => void; busy: boolean } {
  const { mutateAsync, isPending } = useAct('face.mark')
  const show = useShowFace()
  const { push } = useUndo()
  const before = face.mark?.role ?? null
  const write = async (role: Role): Promise<void> => show(await mutateAsync({ id: face.id, role }))
  const mark = (role: Role): void => {
    if (role === before) return
    write(role).then(
      () => push({ label: `mark of face ${face.index + 1}`, undo: () => write(before), redo: () => write(role) }),
      () => undefined // useAct has said it
    )
  }
  return { mark, busy: isPending }
}
