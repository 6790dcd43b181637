import type { AnnotationKind } from '../../../../shared/domain/annotation'
import type { Point } from '../../../../shared/domain/face'
import { distance, type Figure } from './geometry'

/** A figure while it is being drawn, crop pixels. */
export interface Drawing {
  kind: AnnotationKind
  /** Set so far. */
  points: readonly Point[]
  /** Where the pointer is: the next point, as it would be. */
  cursor: Point | null
}

/** `reach`: how near, in crop pixels, two places are one for the pointer. It depends on the zoom. */
export type DrawingAct =
  | { act: 'press'; at: Point; reach: number }
  | { act: 'move'; at: Point }
  | { act: 'release'; at: Point; reach: number }
  /** Enter or a double click: a polygon is closed with the corners it has. */
  | { act: 'close' }
  /** Backspace: the last corner goes. */
  | { act: 'back' }

interface Step {
  drawing: Drawing
  /** What was finished by this act. */
  figure: Figure | null
}

export const begin = (kind: AnnotationKind): Drawing => ({ kind, points: [], cursor: null })

/** One act of the pointer or the keyboard. Arrows and circles are dragged, or made of two presses; polygons of presses. */
export function draw(drawing: Drawing, act: DrawingAct): Step {
  const stay = (points: readonly Point[], cursor: Point | null): Step => ({ drawing: { ...drawing, points, cursor }, figure: null })
  const finish = (points: readonly Point[]): Step => ({ drawing: begin(drawing.kind), figure: { kind: drawing.kind, points } })
  const { kind, points } = drawing
  switch (act.act) {
    case 'press': return kind === 'text' ? finish([act.at]) : kind === 'polygon' ? corner(drawing, act.at, act.reach, { stay, finish }) : stay(points.length === 0 ? [act.at] : points, act.at)
    case 'move': return stay(points, act.at)
    case 'release': return (kind === 'arrow' || kind === 'circle') && points.length === 1 && distance(points[0]!, act.at) > act.reach ? finish([points[0]!, act.at]) : stay(points, act.at)
    case 'close': return kind === 'polygon' && points.length >= 3 ? finish(points) : stay(points, drawing.cursor)
    case 'back': return stay(points.slice(0, -1), drawing.cursor)
  }
}

const MOST_CORNERS = 200

interface Ways {
  stay: (points: readonly Point[], cursor: Point) => Step
  finish: (points: readonly Point[]) => Step
}

/** A press on the first corner closes; one on the last (the second of a double click) adds none. */
function corner({ points }: Drawing, at: Point, reach: number, { stay, finish }: Ways): Step {
  if (points.length >= 3 && distance(points[0]!, at) <= reach) return finish(points)
  if (points.length > 0 && distance(points.at(-1)!, at) <= reach / 2) return stay(points, at)
  const next = [...points, at]
  return next.length === MOST_CORNERS ? finish(next) : stay(next, at)
}

/** What is to be seen of it: the points set, and the one at the pointer. */
export const seen = ({ points, cursor }: Drawing): readonly Point[] => (points.length > 0 && cursor ? [...points, cursor] : points)
