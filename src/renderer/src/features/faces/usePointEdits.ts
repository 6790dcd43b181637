import { useQueryClient } from '@tanstack/react-query'
import type { FivePoints, Point } from '../../../../shared/domain/face'
import { pointsOf, type MarkedFace } from '../../../../shared/domain/markedFace'
import { useAct } from '../../client'
import { useUndo } from '../../ui/undo'
import { dropDraft, isOvertaken, keepOverNewer, setPoints, useDraft } from './drafts'
import { labelOf, moved, samePoints, type PointKey } from './points'
import { useShowFace } from './useFaces'

export interface PointEdits {
  points: FivePoints
  /** Whether there is something to save. */
  dirty: boolean
  /** Another window stored other points meanwhile. */
  overtaken: boolean
  busy: boolean
  move: (key: PointKey, to: Point) => void
  moved: (key: PointKey, from: Point, to: Point) => void
  /** Null where they are the ones found, or nothing was found. */
  resetToAutomatic: (() => void) | null
  discard: () => void
  save: () => void
  /** The examiner saw the newer points: theirs go, or ours go on. */
  takeNewer: () => void
  keepOurs: () => void
}

/** The five points of a face while they are being moved: drafted, undone, saved. */
export function usePointEdits(face: MarkedFace | null, photo: { width: number; height: number }): PointEdits | null {
  const draft = useDraft(face?.id)
  const { push } = useUndo()
  const { save, busy } = useSave()
  if (!face) return null
  const points = draft?.points ?? pointsOf(face)
  const name = `face ${face.index + 1}`

  const change = (to: FivePoints, label: string, from = points): void => {
    setPoints(face.id, to)
    push({ label, undo: () => setPoints(face.id, from), redo: () => setPoints(face.id, to) })
  }
  const { automatic } = face
  return {
    points,
    dirty: draft !== null,
    overtaken: draft !== null && isOvertaken(face, draft),
    busy,
    move: (key, to) => setPoints(face.id, moved(points, key, to, photo)),
    moved: (key, from, to) => change(moved(points, key, to, photo), `move of the ${labelOf(key).toLowerCase()}, ${name}`, { ...points, [key]: from }),
    resetToAutomatic: automatic && !samePoints(points, automatic) ? () => change(automatic, `reset of the points, ${name}`) : null,
    discard: () => draft && change(pointsOf(face), `discarded points, ${name}`),
    save: () => save(face, points),
    takeNewer: () => dropDraft(face.id),
    keepOurs: () => keepOverNewer(face)
  }
}

/** Stores the points. Where another window was faster, the newer face is asked for, and the draft stays as it is. */
function useSave(): { save: (face: MarkedFace, points: FivePoints) => void; busy: boolean } {
  const { mutate, isPending } = useAct('face.correct')
  const show = useShowFace()
  const queries = useQueryClient()
  const save = (face: MarkedFace, points: FivePoints): void => {
    const automatic = face.automatic !== null && samePoints(points, face.automatic)
    mutate(
      { id: face.id, revision: face.revision, points: automatic ? null : points },
      {
        onSuccess: saved => {
          dropDraft(face.id)
          show(saved)
        },
        onError: () => void queries.invalidateQueries({ queryKey: ['exhibit.get', { id: face.exhibit }] })
      }
    )
  }
  return { save, busy: isPending }
}
