import type { ColourScale } from '../../../shared/domain/explanation'
import type { Box } from '../../../shared/domain/face'
import { rgbOf } from '../../../shared/domain/palettes'
import { wholeBoxInside, type Pixels } from '../../faces/pixels'
import { apply, invert, scaleOf, type Affine } from '../../../shared/geometry/similarity'

/** A map over a grid of pixels, values signed; high is similar. */
export interface SignedMap {
  width: number
  height: number
  values: Float32Array
}

/**
 * Draws a map over a picture. Inside the map's footprint the picture turns grey, because skin is pink and would be read
 * as colour, and lighter, because colour over black is black; colour covers it with opacity |value| / limit x
 * scale.opacity. Outside the footprint the picture stays as it was.
 *
 * @param toMap picture pixels -> map pixels, centres at whole numbers; values between are bilinear
 * @param outline width of a white line along the footprint's edge, picture pixels
 */
export function paintMap(picture: Pixels, map: SignedMap, toMap: Affine, scale: ColourScale, outline = 0): Pixels {
  const { width, height } = picture
  const out: Pixels = { width, height, data: picture.data.slice() }
  const place = footprint(map, toMap, width, height)
  if (place === null) return out
  const [a, b, c, d, e, f] = toMap
  const line = outline * scaleOf(toMap)
  const blend = blender(scale)
  for (let y = place.y; y < place.y + place.height; y++)
    for (let x = place.x; x < place.x + place.width; x++) {
      const [u, v] = [a * x + b * y + c, d * x + e * y + f]
      const inside = depth(map, u, v)
      if (inside < 0) continue
      if (inside < line) out.data.fill(255, (y * width + x) * 3, (y * width + x) * 3 + 3)
      else blend(out.data, (y * width + x) * 3, sample(map, u, v))
    }
  return out
}

/** The part of the picture that the map lies on; null where they do not meet. */
function footprint(map: SignedMap, toMap: Affine, width: number, height: number): Box | null {
  const back = invert(toMap)
  const corners = [[-0.5, -0.5], [map.width - 0.5, -0.5], [-0.5, map.height - 0.5], [map.width - 0.5, map.height - 0.5]].map(([x, y]) => apply(back, { x: x!, y: y! }))
  const xs = corners.map(({ x }) => x)
  const ys = corners.map(({ y }) => y)
  const [x, y] = [Math.min(...xs) - 1, Math.min(...ys) - 1]
  return wholeBoxInside({ x, y, width: Math.max(...xs) + 2 - x, height: Math.max(...ys) + 2 - y }, width, height)
}

/** Writes one pixel: grey below, colour above. */
function blender(scale: ColourScale): (data: Uint8Array, at: number, value: number) => void {
  const similar = rgbOf(scale.similar)
  const dissimilar = rgbOf(scale.dissimilar)
  return (data, at, value) => {
    const alpha = opacityAt(value, scale)
    const grey = lightened(0.299 * data[at]! + 0.587 * data[at + 1]! + 0.114 * data[at + 2]!)
    const colour = value >= 0 ? similar : dissimilar
    for (let k = 0; k < 3; k++) data[at + k] = Math.round(grey * (1 - alpha) + colour[k]! * alpha)
  }
}

/** Luma 0..255 to 72..240. */
const lightened = (luma: number): number => 72 + luma * 0.66

export const opacityAt = (value: number, { limit, opacity }: Pick<ColourScale, 'limit' | 'opacity'>): number => Math.min(1, Math.abs(value) / limit) * opacity

/** How far inside the map (x, y) lies, map pixels; the edge pixels reach half a pixel out. Negative outside. */
const depth = ({ width, height }: SignedMap, x: number, y: number): number => Math.min(x, y, width - 1 - x, height - 1 - y) + 0.5

/** The bilinear value at (x, y); the edge repeats. */
function sample({ width, height, values }: SignedMap, x: number, y: number): number {
  const left = Math.floor(x)
  const top = Math.floor(y)
  const at = (column: number, row: number): number => values[clamp(row, height) * width + clamp(column, width)]!
  const mix = (from: number, to: number, share: number): number => from + (to - from) * share
  const fx = x - left
  return mix(mix(at(left, top), at(left + 1, top), fx), mix(at(left, top + 1), at(left + 1, top + 1), fx), y - top)
}

const clamp = (at: number, length: number): number => Math.max(0, Math.min(length - 1, at))
