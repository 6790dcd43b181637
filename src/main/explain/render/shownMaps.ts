import type { Maps } from '../explanation'
import { gaussianBlur } from '../gaussianBlur'

/** The three maps of one face as they are shown, [height, width] row-major, in the maps' own unit. */
export interface ShownMaps {
  width: number
  height: number
  /** >= 0: the positive map, blurred. */
  similar: Float32Array
  /** >= 0: the negative map, blurred. */
  dissimilar: Float32Array
  /** similar - dissimilar: the blurred combined map of xSSAB, as the graph computed it, or another explainer's map. */
  combined: Float32Array
}

export type ShownMap = 'similar' | 'dissimilar' | 'combined'
export const SHOWN_MAPS: readonly ShownMap[] = ['similar', 'dissimilar', 'combined']

/** The blur of the combined map (xSSAB: 5x5, sigma 5, border reflect-101), for the two maps that the graph leaves sharp. */
export const BLUR = { side: 5, sigma: 5, border: 'reflect-101' } as const

export function shownMaps({ width, height, positive, negative, blurred }: Maps): ShownMaps {
  return { width, height, similar: blur(positive, width, height), dissimilar: blur(negative, width, height), combined: blurred }
}

export const blur = (map: Float32Array, width: number, height: number): Float32Array => gaussianBlur(map, width, height, BLUR)

/** One signed map as it is shown: similar is what lies above 0, dissimilar what lies below; nothing is smoothed. */
export const signedAsShown = (map: Float32Array, width: number, height: number): ShownMaps => ({
  width, height, similar: map.map((value) => Math.max(0, value)), dissimilar: map.map((value) => Math.max(0, -value)), combined: map
})
