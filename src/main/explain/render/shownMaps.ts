import type { Maps } from '../explanation'

/** The three maps of one face as they are shown, [height, width] row-major, in the maps' own unit. */
export interface ShownMaps {
  width: number
  height: number
  /** >= 0: the positive map, blurred. */
  similar: Float32Array
  /** >= 0: the negative map, blurred. */
  dissimilar: Float32Array
  /** similar - dissimilar: the blurred combined map of xSSAB, as the graph computed it. */
  combined: Float32Array
}

export type ShownMap = 'similar' | 'dissimilar' | 'combined'
export const SHOWN_MAPS: readonly ShownMap[] = ['similar', 'dissimilar', 'combined']

/** The blur of the combined map (xSSAB: 5x5, sigma 5, border reflect-101), for the two maps that the graph leaves sharp. */
export const BLUR = { side: 5, sigma: 5, border: 'reflect-101' } as const

export function shownMaps({ width, height, positive, negative, blurred }: Maps): ShownMaps {
  return { width, height, similar: blur(positive, width, height), dissimilar: blur(negative, width, height), combined: blurred }
}

/** Rows first, then columns: a Gaussian is a product of the two. */
export function blur(map: Float32Array, width: number, height: number): Float32Array {
  const along = (from: Float32Array, length: number, indexOf: (line: number, at: number) => number): Float32Array => {
    const out = new Float32Array(from.length)
    for (let i = 0; i < from.length; i++) {
      const line = Math.floor(i / length)
      const at = i % length
      let sum = 0
      for (let k = -RADIUS; k <= RADIUS; k++) sum += WEIGHTS[k + RADIUS]! * from[indexOf(line, reflect(at + k, length))]!
      out[indexOf(line, at)] = sum
    }
    return out
  }
  const rows = along(map, width, (y, x) => y * width + x)
  return along(rows, height, (x, y) => y * width + x)
}

const RADIUS = (BLUR.side - 1) / 2
const WEIGHTS = normalised(Array.from({ length: BLUR.side }, (_, i) => Math.exp(-((i - RADIUS) ** 2) / (2 * BLUR.sigma ** 2))))

function normalised(values: readonly number[]): number[] {
  const total = values.reduce((a, b) => a + b, 0)
  return values.map((value) => value / total)
}

/** -1 -> 1 and length -> length - 2: the edge itself is not repeated. */
const reflect = (at: number, length: number): number => (at < 0 ? -at : at >= length ? 2 * length - 2 - at : at)
