import type { FivePoints, Point } from '../../../../shared/domain/face'

export type PointKey = keyof FivePoints

/** The five points in the order in which they are set by hand; left and right are the picture's. */
export const FIVE: readonly { key: PointKey; label: string; short: string; hint: string }[] = [
  { key: 'leftEye', label: 'Left eye', short: 'LE', hint: 'the middle of the eye on the picture\u2019s left' },
  { key: 'rightEye', label: 'Right eye', short: 'RE', hint: 'the middle of the eye on the picture\u2019s right' },
  { key: 'nose', label: 'Nose', short: 'N', hint: 'the tip of the nose' },
  { key: 'mouthLeft', label: 'Mouth, left', short: 'ML', hint: 'the corner of the mouth on the picture\u2019s left' },
  { key: 'mouthRight', label: 'Mouth, right', short: 'MR', hint: 'the corner of the mouth on the picture\u2019s right' }
]

export const labelOf = (key: PointKey): string => FIVE.find(point => point.key === key)!.label

/** Photo pixels. */
export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

/** Coordinates closer than this are the same to a person: a tenth of the finest nudge. */
const SAME = 0.01
export const samePoints = (a: FivePoints, b: FivePoints): boolean => FIVE.every(({ key }) => distance(a[key], b[key]) < SAME)

/** The points with one of them elsewhere, held inside a photo of this size (edges included). */
export const moved = (points: FivePoints, key: PointKey, to: Point, photo: { width: number; height: number }): FivePoints => ({ ...points, [key]: inside(to, photo) })

export function inside({ x, y }: Point, { width, height }: { width: number; height: number }): Point {
  return { x: Math.min(width - 0.5, Math.max(-0.5, x)), y: Math.min(height - 0.5, Math.max(-0.5, y)) }
}

interface Key {
  key: string
  shiftKey: boolean
  ctrlKey: boolean
  metaKey: boolean
}

const WAYS: Readonly<Record<string, Point>> = { ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 }, ArrowUp: { x: 0, y: -1 }, ArrowDown: { x: 0, y: 1 } }

/** How far an arrow key moves a point, photo pixels: 1, with Shift 0.1, with Ctrl 5. Null for other keys. */
export function nudge({ key, shiftKey, ctrlKey, metaKey }: Key): Point | null {
  const way = WAYS[key]
  if (!way) return null
  const step = shiftKey ? 0.1 : ctrlKey || metaKey ? 5 : 1
  return { x: way.x * step, y: way.y * step }
}

export const plus = (a: Point, b: Point): Point => ({ x: a.x + b.x, y: a.y + b.y })

/** As printed beside a point: a tenth of a pixel. */
export const coordinates = ({ x, y }: Point): string => `${x.toFixed(1)}, ${y.toFixed(1)}`
