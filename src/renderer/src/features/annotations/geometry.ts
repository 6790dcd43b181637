import type { Annotation, AnnotationDraft, AnnotationKind } from '../../../../shared/domain/annotation'
import type { Point } from '../../../../shared/domain/face'
import { apply, invert, type Affine } from '../../../../shared/geometry/similarity'
import type { Side } from '../compare/viewer/layers'

/** How each photo lies on the aligned frame: its pixels -> crop pixels. */
export type Alignment = Readonly<Record<Side, Affine>>

/** What is drawn, wherever it is drawn: crop pixels. */
export interface Figure {
  kind: AnnotationKind
  points: readonly Point[]
}

/** Places of the aligned frame as pixels of both photos: the same anatomical place, as far as the alignment goes. */
export function toPhotos(points: readonly Point[], alignment: Alignment): Pick<AnnotationDraft, 'a' | 'b'> {
  const [a, b] = [invert(alignment.a), invert(alignment.b)]
  return { a: points.map(point => apply(a, point)), b: points.map(point => apply(b, point)) }
}

/** Where a stored annotation lies over one side, crop pixels. Stored places stay on their photo when its points are corrected. */
export const alignedPoints = (annotation: Pick<Annotation, Side>, side: Side, toCrop: Affine): Point[] => annotation[side].map(point => apply(toCrop, point))

/**
 * A stored annotation with other places on one side, crop pixels. Points that stay keep their pixels on both photos, also
 * where a face was aligned anew since they were drawn; those that move are mirrored as the faces are aligned now.
 */
export function edited(annotation: Pick<Annotation, Side>, side: Side, points: readonly Point[], alignment: Alignment): Pick<AnnotationDraft, 'a' | 'b'> {
  const before = alignedPoints(annotation, side, alignment[side])
  const next = toPhotos(points, alignment)
  if (before.length !== points.length) return next
  const kept = (at: Side): Point[] => next[at].map((point, i) => (distance(before[i]!, points[i]!) < UNMOVED ? annotation[at][i]! : point))
  return { a: kept('a'), b: kept('b') }
}

/** Crop pixels: less is rounding. */
const UNMOVED = 1e-6

export const shifted = (points: readonly Point[], { x, y }: Point): Point[] => points.map(point => ({ x: point.x + x, y: point.y + y }))

export const withPoint = (points: readonly Point[], index: number, to: Point): Point[] => points.map((point, i) => (i === index ? to : point))

export const without = (points: readonly Point[], index: number): Point[] => points.filter((_, i) => i !== index)

export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

/** The middle of a figure: what the view jumps to, and where its number stands on a circle. */
export function middleOf({ kind, points }: Figure): Point {
  if (kind === 'circle') return points[0]!
  const sum = points.reduce((total, point) => ({ x: total.x + point.x, y: total.y + point.y }), { x: 0, y: 0 })
  return { x: sum.x / points.length, y: sum.y / points.length }
}

/** Where a figure's number stands. */
export function numberPlace({ kind, points }: Figure): Point {
  if (kind !== 'circle') return points[0]!
  const [centre, rim] = points as [Point, Point]
  const reach = distance(centre, rim) / Math.SQRT2
  return { x: centre.x - reach, y: centre.y - reach }
}

/** The two strokes of an arrow's head, screen pixels: start, tip, start. */
export function arrowHead(tail: Point, tip: Point, size: number): [Point, Point, Point] {
  const angle = Math.atan2(tip.y - tail.y, tip.x - tail.x)
  const stroke = (turn: number): Point => ({ x: tip.x - size * Math.cos(angle + turn), y: tip.y - size * Math.sin(angle + turn) })
  return [stroke(Math.PI / 7), tip, stroke(-Math.PI / 7)]
}

/** A figure to begin with for who draws without a pointer: in the middle of the face, to be moved with the keys. */
export function figureInMiddle(kind: AnnotationKind, { x, y }: Point, reach: number): Figure {
  const at = (dx: number, dy: number): Point => ({ x: x + dx * reach, y: y + dy * reach })
  switch (kind) {
    case 'text': return { kind, points: [at(0, 0)] }
    case 'arrow': return { kind, points: [at(-1, -1), at(0, 0)] }
    case 'circle': return { kind, points: [at(0, 0), at(0.7, 0)] }
    case 'polygon': return { kind, points: [at(-0.7, -0.7), at(0.7, -0.7), at(0.7, 0.7), at(-0.7, 0.7)] }
  }
}

/** Lines of at most `width` characters, broken at spaces where there are some; at most `lines` of them. */
export function wrapped(text: string, width: number, lines: number): string[] {
  const rows: string[] = []
  for (const word of text.split(/\s+/).flatMap(long => long.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [])) {
    const last = rows.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) rows[rows.length - 1] = `${last} ${word}`
    else rows.push(word)
  }
  return rows.length > lines ? [...rows.slice(0, lines - 1), `${rows[lines - 1]!.slice(0, width - 1)}…`] : rows
}
