import { useState } from 'react'
import type { FivePoints, Point } from '../../../../shared/domain/face'
import { cropTransform } from '../../../../shared/geometry/alignment'
import { toErrorData } from '../../../../shared/errors'
import { useAct } from '../../client'
import { useUndo } from '../../ui/undo'
import { FIVE, inside, type PointKey } from './points'
import { useShowFace } from './useFaces'

export interface Placing {
  points: Partial<FivePoints>
  count: number
  /** The point that comes next; null when all five are set. */
  next: (typeof FIVE)[number] | null
  place: (at: Point) => void
  move: (key: PointKey, to: Point) => void
  moved: (key: PointKey, from: Point, to: Point) => void
  takeBack: () => void
  cancel: () => void
  add: () => void
  busy: boolean
  /** Why these five make no face. */
  problem: string | null
}

/** A face that is set by hand, point by point; null while none is. */
export function usePlacing(exhibit: string, photo: { width: number; height: number }, onAdded: (face: string) => void): { placing: Placing | null; begin: () => void } {
  const [points, setPoints] = useState<Partial<FivePoints> | null>(null)
  const { push } = useUndo()
  const { add, busy } = useAdd(exhibit, id => {
    setPoints(null)
    onAdded(id)
  })
  const begin = (): void => setPoints({})
  if (!points) return { placing: null, begin }

  const next = FIVE.find(({ key }) => !points[key]) ?? null
  const set = (key: PointKey, to: Point): void => setPoints(before => before && { ...before, [key]: inside(to, photo) })
  const without = (key: PointKey) => (before: Partial<FivePoints> | null) => before && Object.fromEntries(Object.entries(before).filter(([other]) => other !== key))
  const place = (at: Point): void => {
    if (!next) return
    set(next.key, at)
    push({ label: next.label.toLowerCase(), undo: () => setPoints(without(next.key)), redo: () => set(next.key, at) })
  }
  const placing: Placing = {
    points,
    count: FIVE.filter(({ key }) => points[key]).length,
    next,
    place,
    move: set,
    moved: (key, from, to) => push({ label: 'move of a point', undo: () => set(key, from), redo: () => set(key, to) }),
    takeBack: () => {
      const last = FIVE.findLast(({ key }) => points[key])
      if (last) setPoints(without(last.key))
    },
    cancel: () => setPoints(null),
    add: () => add(points as FivePoints),
    busy,
    problem: next ? null : problemOf(points as FivePoints)
  }
  return { placing, begin }
}

function problemOf(points: FivePoints): string | null {
  try {
    cropTransform(points)
    return null
  } catch (cause) {
    return toErrorData(cause).message
  }
}

function useAdd(exhibit: string, onAdded: (face: string) => void): { add: (points: FivePoints) => void; busy: boolean } {
  const { mutateAsync, isPending } = useAct('face.add')
  const { mutateAsync: remove } = useAct('face.remove')
  const show = useShowFace()
  const { push } = useUndo()
  const run = async (points: FivePoints): Promise<string> => {
    const face = await mutateAsync({ exhibit, points })
    show(face)
    return face.id
  }
  const add = (points: FivePoints): void => {
    const first = async (): Promise<void> => {
      let id = await run(points)
      push({ label: 'face set by hand', undo: () => remove({ id }), redo: async () => void (id = await run(points)) })
      onAdded(id)
    }
    first().catch(() => undefined) // useAct has said it
  }
  return { add, busy: isPending }
}
