import type { FaceMaps } from '../../../shared/domain/caseComparison'
import type { ColourScale, PaletteName } from '../../../shared/domain/explanation'
import { PALETTES, rgbOf } from '../../../shared/domain/palettes'
import type { Affine } from '../../../shared/geometry/similarity'

export type ShownMap = 'similar' | 'dissimilar' | 'combined'
export type Layer = 'none' | ShownMap

/** A map over a grid of pixels, values signed; high is similar. */
export interface SignedMap {
  width: number
  height: number
  values: Float32Array
}

/** A picture as a canvas has it: four bytes a pixel. */
export interface Rgba {
  width: number
  height: number
  data: Uint8ClampedArray
}

/** One of a face's maps with its sign: dissimilar values count downwards. */
export function signedMap({ width, height, ...maps }: FaceMaps, which: ShownMap): SignedMap {
  return { width, height, values: which === 'dissimilar' ? maps.dissimilar.map(value => -value) : maps[which] }
}

/** The scale in other colours, or stronger or weaker; the numbers that it stands for stay. */
export const rescaled = (scale: ColourScale, palette: PaletteName, opacity: number): ColourScale => ({ ...scale, palette, ...PALETTES[palette], opacity })

/**
 * Draws a map over a picture, in place, with the arithmetic of the sheets and reports (main/explain/render/paint.ts;
 * a test holds both to the same pixels): inside the map's footprint the picture turns grey and lighter, and colour
 * covers it with opacity |value| / limit x scale.opacity. Outside it stays as it was.
 *
 * @param toMap picture pixels -> map pixels, centres at whole numbers; values between are bilinear
 */
export function paintMap({ width, height, data }: Rgba, map: SignedMap, toMap: Affine, { limit, opacity, ...colours }: ColourScale): void {
  const [a, b, c, d, e, f] = toMap
  const similar = rgbOf(colours.similar)
  const dissimilar = rgbOf(colours.dissimilar)
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at += 4) {
      const [u, v] = [a * x + b * y + c, d * x + e * y + f]
      if (!isInside(map, u, v)) continue
      const value = sample(map, u, v)
      const alpha = Math.min(1, Math.abs(value) / limit) * opacity
      const grey = 72 + (0.299 * data[at]! + 0.587 * data[at + 1]! + 0.114 * data[at + 2]!) * 0.66
      const colour = value >= 0 ? similar : dissimilar
      for (let k = 0; k < 3; k++) data[at + k] = Math.round(grey * (1 - alpha) + colour[k]! * alpha)
    }
}

/** Edge pixels reach half a pixel out. */
const isInside = ({ width, height }: SignedMap, x: number, y: number): boolean => Math.min(x, y, width - 1 - x, height - 1 - y) + 0.5 >= 0

/** The bilinear value at (x, y); the edge repeats. */
function sample({ width, height, values }: SignedMap, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)]
  const [x0, x1, y0, y1] = [clamp(left, width), clamp(left + 1, width), clamp(top, height) * width, clamp(top + 1, height) * width]
  const fx = x - left
  const upper = mix(values[y0 + x0]!, values[y0 + x1]!, fx)
  return mix(upper, mix(values[y1 + x0]!, values[y1 + x1]!, fx), y - top)
}

const mix = (from: number, to: number, share: number): number => from + (to - from) * share
const clamp = (at: number, length: number): number => Math.max(0, Math.min(length - 1, at))
