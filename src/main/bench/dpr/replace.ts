import type { Crop } from '../../explain/explanation'

/** Per cent of the pixels replaced: 0, 5, .. 95. */
export const REPLACED: readonly number[] = Array.from({ length: 20 }, (_, i) => i * 5)

/**
 * Pixels in the order they are replaced: highest value first after a false or true match, lowest first after a
 * non-match; equal values in reading order.
 */
export function replacementOrder(map: Float32Array, highestFirst: boolean): Uint32Array {
  const sign = highestFirst ? -1 : 1
  return Uint32Array.from(map, (_, i) => i).sort((i, j) => sign * (map[i]! - map[j]!) || i - j)
}

/** The patched crop with the first `percent` % of the ordered pixels (rounded to a whole pixel) taken from the original. */
export function replacePixels(patched: Crop, original: Crop, order: Uint32Array, percent: number): Crop {
  const rgb = new Uint8Array(patched.rgb)
  for (const pixel of order.subarray(0, Math.round((order.length * percent) / 100))) rgb.set(original.rgb.subarray(pixel * 3, pixel * 3 + 3), pixel * 3)
  return { ...patched, rgb }
}
