import type { ColourScale } from '../../../shared/domain/explanation'
import type { Pixels } from '../../faces/pixels'
import { resample } from '../../faces/resample'
import { apply, type Affine } from '../../../shared/geometry/similarity'
import { paintMap, type SignedMap } from './paint'
import { SHOWN_MAPS, type ShownMap, type ShownMaps } from './shownMaps'

/** A whole photo in a size fit for looking. */
export interface PhotoView {
  pixels: Pixels
  /** View pixels per photo pixel, <= 1. */
  scale: number
}

/** How many times an aligned crop is enlarged for its overlays. */
export const CROP_ZOOM = 4

/** Longest side of a photo overlay, pixels. */
const LONGEST_VIEW = 1200

/** @param working the photo's working copy; @param width the photo's own width in pixels */
export function photoView(working: Pixels, width: number): PhotoView {
  const shrink = Math.min(1, LONGEST_VIEW / Math.max(working.width, working.height))
  const all = { x: 0, y: 0, width: working.width, height: working.height }
  const pixels = shrink === 1 ? working : resample(working, all, Math.round(working.width * shrink), Math.round(working.height * shrink))
  return { pixels, scale: pixels.width / width }
}

export const enlargeCrop = (crop: Pixels): Pixels =>
  resample(crop, { x: 0, y: 0, width: crop.width, height: crop.height }, crop.width * CROP_ZOOM, crop.height * CROP_ZOOM)

/** One of a face's maps with its sign: dissimilar values count downwards. */
export function signedMap(maps: ShownMaps, which: ShownMap): SignedMap {
  const { width, height } = maps
  return { width, height, values: which === 'dissimilar' ? maps.dissimilar.map((value) => -value) : maps[which] }
}

export function cropOverlay(crop: Pixels, maps: ShownMaps, which: ShownMap, scale: ColourScale): Pixels {
  const shift = 0.5 / CROP_ZOOM - 0.5
  return paintMap(enlargeCrop(crop), signedMap(maps, which), [1 / CROP_ZOOM, 0, shift, 0, 1 / CROP_ZOOM, shift], scale)
}

/** @param toCrop photo pixels -> crop pixels */
export function photoOverlay(view: PhotoView, maps: ShownMaps, which: ShownMap, scale: ColourScale, toCrop: Affine): Pixels {
  return paintMap(view.pixels, signedMap(maps, which), viewToCrop(view.scale, toCrop), scale, 1.5)
}

/** View pixels -> photo pixels -> crop pixels. Areas match, centres lie at whole numbers. */
function viewToCrop(viewScale: number, toCrop: Affine): Affine {
  const photoAt = (x: number, y: number) => apply(toCrop, { x: (x + 0.5) / viewScale - 0.5, y: (y + 0.5) / viewScale - 0.5 })
  const origin = photoAt(0, 0)
  const right = photoAt(1, 0)
  const down = photoAt(0, 1)
  return [right.x - origin.x, down.x - origin.x, origin.x, right.y - origin.y, down.y - origin.y, origin.y]
}

export const everyMap = <T>(draw: (which: ShownMap) => T): Record<ShownMap, T> =>
  Object.fromEntries(SHOWN_MAPS.map((which) => [which, draw(which)])) as Record<ShownMap, T>
