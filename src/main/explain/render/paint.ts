import type { ColourScale } from '../../../shared/domain/explanation'
import { makePixels, type Pixels } from '../../faces/pixels'
import type { Affine } from '../../faces/similarity'
import { rgbOf } from './colours'

/** A map over a grid of pixels, values signed; high is similar. */
export interface SignedMap {
  width: number
  height: number
  values: Float32Array
}

/**
 * Draws a map over a picture. Inside the map's footprint the picture turns grey, because skin is pink and would be read
 * as colour, and colour covers it with opacity |value| / limit x scale.opacity; outside it stays as it was.
 *
 * @param toMap picture pixels -> map pixels, centres at whole numbers; values between are bilinear
 */
export function paintMap(picture: Pixels, map: SignedMap, toMap: Affine, scale: ColourScale): Pixels {
  const { width, height, data } = picture
  const out = makePixels(width, height)
  out.data.set(data)
  const [a, b, c, d, e, f] = toMap
  const similar = rgbOf(scale.similar)
  const dissimilar = rgbOf(scale.dissimilar)
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i += 3) {
      const value = sample(map, a * x + b * y + c, d * x + e * y + f)
      if (value === null) continue
      const alpha = opacityAt(value, scale)
      const grey = 0.299 * data[i]! + 0.587 * data[i + 1]! + 0.114 * data[i + 2]!
      const colour = value >= 0 ? similar : dissimilar
      for (let k = 0; k < 3; k++) out.data[i + k] = Math.round(grey * (1 - alpha) + colour[k]! * alpha)
    }
  return out
}

export const opacityAt = (value: number, { limit, opacity }: Pick<ColourScale, 'limit' | 'opacity'>): number => Math.min(1, Math.abs(value) / limit) * opacity

/** The bilinear value at (x, y), the map's edge pixels reaching half a pixel out; null beyond. */
function sample({ width, height, values }: SignedMap, x: number, y: number): number | null {
  if (!(x >= -0.5 && y >= -0.5 && x <= width - 0.5 && y <= height - 0.5)) return null
  const left = Math.floor(x)
  const top = Math.floor(y)
  const at = (column: number, row: number): number => values[clamp(row, height) * width + clamp(column, width)]!
  const mix = (from: number, to: number, share: number): number => from + (to - from) * share
  const fx = x - left
  return mix(mix(at(left, top), at(left + 1, top), fx), mix(at(left, top + 1), at(left + 1, top + 1), fx), y - top)
}

const clamp = (at: number, length: number): number => Math.max(0, Math.min(length - 1, at))
