import type { Box, Point } from '../../../../../shared/domain/face'
import { apply, invert, type Affine } from '../../../../../shared/geometry/similarity'

/**
 * What both panes look at, in pixels of the aligned crop (centres at whole numbers, so a crop w pixels wide reaches from
 * -0.5 to w - 0.5). It holds no pane's size: two panes with one view show the same part of both faces.
 */
export interface View {
  /** The crop point in the middle of the pane. */
  centre: Point
  /** Screen pixels (CSS) per crop pixel, > 0. */
  scale: number
  /** Degrees clockwise on the screen. */
  rotation: number
  /** Left and right of the face exchanged, before it is turned. */
  flip: boolean
}

/** A pane's width and height in CSS pixels. */
export interface Size {
  width: number
  height: number
}

/** What a layer that draws over a pane needs: `cropToScreen` and back, and the pane's size. */
export interface Viewport {
  view: View
  size: Size
}

/** How far in a view may go, screen pixels per crop pixel. */
export const MAX_SCALE = 96

/** Crop pixels -> CSS pixels from the pane's upper left corner. */
export function toScreen({ view: { centre, scale, rotation, flip }, size }: Viewport): Affine {
  const angle = (rotation * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle) * scale, Math.sin(angle) * scale]
  const mirror = flip ? -1 : 1
  const [a, b, d, e] = [cos * mirror, -sin, sin * mirror, cos]
  return [a, b, size.width / 2 - a * centre.x - b * centre.y, d, e, size.height / 2 - d * centre.x - e * centre.y]
}

export const cropToScreen = (viewport: Viewport, point: Point): Point => apply(toScreen(viewport), point)
export const screenToCrop = (viewport: Viewport, point: Point): Point => apply(invert(toScreen(viewport)), point)

/** The view after a drag by (dx, dy) CSS pixels: the face follows the pointer. */
export function panned({ view, size }: Viewport, dx: number, dy: number): View {
  return { ...view, centre: screenToCrop({ view, size }, { x: size.width / 2 - dx, y: size.height / 2 - dy }) }
}

/** The view `factor` times larger, with the face under `about` (CSS pixels) staying where it is. */
export function zoomed({ view, size }: Viewport, about: Point, factor: number, minScale: number): View {
  const scale = Math.min(MAX_SCALE, Math.max(minScale, view.scale * factor))
  const fixed = screenToCrop({ view, size }, about)
  const moved = screenToCrop({ view: { ...view, scale }, size }, about)
  return { ...view, scale, centre: { x: view.centre.x + fixed.x - moved.x, y: view.centre.y + fixed.y - moved.y } }
}

/** Degrees, from -180 (excluded) to 180. */
export function normalised(degrees: number): number {
  const turned = ((degrees % 360) + 360) % 360
  return turned > 180 ? turned - 360 : turned
}

/** The view that shows the whole of `box` (crop pixels), turned and flipped as it is, with a little room around. */
export const fitted = (viewport: Viewport, box: Box, margin = 1.04): View => fittedTo(viewport, cornersOf(box), margin)

/** The same for a shape that may lie at an angle, by its corners, crop pixels. */
export function fittedTo({ view, size }: Viewport, corners: readonly Point[], margin = 1.04): View {
  const plain = { view: { ...view, scale: 1 }, size }
  const seen = corners.map(corner => cropToScreen(plain, corner))
  const [xs, ys] = [seen.map(({ x }) => x), seen.map(({ y }) => y)]
  const scale = Math.min(MAX_SCALE, size.width / span(xs) / margin, size.height / span(ys) / margin)
  return { ...view, scale, centre: screenToCrop(plain, { x: middle(xs), y: middle(ys) }) }
}

/** The view with its centre held inside `bounds`, so that a face can't be lost, and its scale within its limits. */
export function clamped(view: View, bounds: Box, minScale: number): View {
  const x = Math.min(Math.max(view.centre.x, bounds.x), bounds.x + bounds.width)
  const y = Math.min(Math.max(view.centre.y, bounds.y), bounds.y + bounds.height)
  return { ...view, centre: { x, y }, scale: Math.min(MAX_SCALE, Math.max(minScale, view.scale)) }
}

/** The part of the aligned frame that a crop of this size covers. */
export const cropBox = ({ width, height }: Size): Box => ({ x: -0.5, y: -0.5, width, height })

/** The upright box around some places. */
export function boxAround(places: readonly Point[]): Box {
  const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)]
  return { x: Math.min(...xs), y: Math.min(...ys), width: span(xs), height: span(ys) }
}

/** The smallest box that covers both. */
export function union(a: Box, b: Box): Box {
  const x = Math.min(a.x, b.x)
  const y = Math.min(a.y, b.y)
  return { x, y, width: Math.max(a.x + a.width, b.x + b.width) - x, height: Math.max(a.y + a.height, b.y + b.height) - y }
}

export const cornersOf = ({ x, y, width, height }: Box): Point[] => [{ x, y }, { x: x + width, y }, { x: x + width, y: y + height }, { x, y: y + height }]
const span = (values: number[]): number => Math.max(...values) - Math.min(...values)
const middle = (values: number[]): number => (Math.max(...values) + Math.min(...values)) / 2

/** The view in which a photo stands as it was taken, undoing the turn (degrees clockwise) that its alignment made. */
export const asPhotographed = (view: View, turned: number): View => ({ ...view, rotation: view.rotation + (view.flip ? turned : -turned) })

/** Degrees clockwise that an alignment turns the photo by. */
export const turnOf = ([a, , , d]: Affine): number => (Math.atan2(d, a) * 180) / Math.PI
