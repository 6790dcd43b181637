import { useState } from 'react'
import type { FivePoints, Point } from '../../../../shared/domain/face'
import { cropTransform } from '../../../../shared/geometry/alignment'
import { toErrorData } from '../../../../shared/errors'
import { useAct } from '../../client'
import { useUndo } from '../../ui/undo'
import { FIVE, inside, labelOf, type PointKey } from './points'
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
  const placed = (key: PointKey, to: Point): Partial<FivePoints> => ({ ...points, [key]: inside(to, photo) })
  const change = (after: Partial<FivePoints> | null, label: string, before: Partial<FivePoints> | null = points): void => {
    setPoints(after)
    push({ label, undo: () => setPoints(before), redo: () => setPoints(after) })
  }
  const placing: Placing = {
    points,
    count: FIVE.filter(({ key }) => points[key]).length,
    next,
    place: at => next && change(placed(next.key, at), `${next.label.toLowerCase()}, set by hand`),
    move: (key, to) => setPoints(before => before && { ...before, [key]: inside(to, photo) }),
    moved: (key, from, to) => change(placed(key, to), `move of the ${labelOf(key).toLowerCase()}`, placed(key, from)),
    takeBack: () => {
      const last = FIVE.findLast(({ key }) => points[key])
      if (last) change(Object.fromEntries(Object.entries(points).filter(([key]) => key !== last.key)), `${last.label.toLowerCase()}, taken back`)
    },
    cancel: () => change(null, 'face by hand, given up'),
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
