import { useSyncExternalStore } from 'react'
import type { FivePoints } from '../../../../shared/domain/face'
import { pointsOf, type MarkedFace } from '../../../../shared/domain/markedFace'
import { samePoints } from './points'

/** Points that were moved and not saved yet. */
export interface PointsDraft {
  points: FivePoints
  /** The stored points when the first of them was moved: another window may have stored others since. */
  base: FivePoints
}

const drafts = new Map<string, PointsDraft>()
/** The faces as last heard of, so that an undo made long after a drag compares with what is stored now; and since when its points are these, ms. */
const known = new Map<string, { face: MarkedFace; since: number }>()
const watchers = new Set<() => void>()

const watch = (watcher: () => void): (() => void) => {
  watchers.add(watcher)
  return () => void watchers.delete(watcher)
}

const tell = (): void => watchers.forEach(watcher => watcher())

export const readDraft = (face: string | undefined): PointsDraft | null => (face === undefined ? null : (drafts.get(face) ?? null))

/** Drafts live beside the screens: choosing another face, or leaving the editor, loses none of them. */
export const useDraft = (face: string | undefined): PointsDraft | null => useSyncExternalStore(watch, () => readDraft(face))

/** The ids of all faces with a draft, in one string that stays the same while they do. */
export const useDrafted = (): ReadonlySet<string> => new Set(useSyncExternalStore(watch, () => [...drafts.keys()].join(' ')).split(' '))

/** To be called with what the library answers, before anything is drafted for these faces. */
export function learn(faces: readonly MarkedFace[]): void {
  for (const face of faces) {
    const before = known.get(face.id)
    const since = before && samePoints(pointsOf(before.face), pointsOf(face)) ? before.since : Date.now()
    known.set(face.id, { face, since })
  }
}

/** Whether what was computed at a time, ms, was computed from the points that this face has now. */
export const isOfThesePoints = (face: MarkedFace, at: number): boolean => {
  const { face: last, since } = known.get(face.id) ?? { face, since: 0 }
  return samePoints(pointsOf(last), pointsOf(face)) && at >= since
}

/** Shows these points for a face; where they are the stored ones there is nothing to save any more. */
export function setPoints(id: string, points: FivePoints): void {
  const face = known.get(id)?.face
  if (!face) return
  if (samePoints(points, pointsOf(face))) drafts.delete(id)
  else drafts.set(id, { points, base: drafts.get(id)?.base ?? pointsOf(face) })
  tell()
}

export function dropDraft(id: string): void {
  if (drafts.delete(id)) tell()
}

/** Whether another window stored other points since the draft began. */
export const isOvertaken = (face: MarkedFace, draft: PointsDraft): boolean => !samePoints(draft.base, pointsOf(face))

/** After the examiner saw the newer points and still wants the draft. */
export function keepOverNewer(face: MarkedFace): void {
  const draft = drafts.get(face.id)
  if (draft) drafts.set(face.id, { ...draft, base: pointsOf(face) })
  tell()
}
