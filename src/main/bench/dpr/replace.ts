import type { Crop } from '../../explain/explanation'

/** Per cent of the pixels replaced: 0, 5, .. 95. */
export const REPLACED: readonly number[] = Array.from({ length: 20 }, (_, i) => i * 5)

/**
 * Pixels in the order they are replaced: highest value first after a false or true match, lowest first after a
 * non-match; equal values in reading order.
 *
 * @param map fewer than 2^20 finite values
 */
export function replacementOrder(map: Float32Array, highestFirst: boolean): Uint32Array {
  // Value and place in one number: numbers sort several times faster than a comparison that is called for each of them.
  const values = new Float32Array(map.length)
  for (let i = 0; i < map.length; i++) values[i] = (highestFirst ? -map[i]! : map[i]!) + 0
  const bits = new Uint32Array(values.buffer)
  const keys = new Float64Array(map.length)
  for (let i = 0; i < map.length; i++) keys[i] = ascending(bits[i]!) * PLACES + i
  keys.sort()
  const order = new Uint32Array(map.length)
  for (let i = 0; i < map.length; i++) order[i] = keys[i]! % PLACES
  return order
}

const PLACES = 2 ** 20

/** Bits of a float32 as a whole number that grows with the float. */
const ascending = (bits: number): number => (bits >>> 31 === 1 ? 2 ** 32 - 1 - bits : bits + 2 ** 31)

/** The patched crop with the first `percent` % of the ordered pixels (rounded to a whole pixel) taken from the original. */
export function replacePixels(patched: Crop, original: Crop, order: Uint32Array, percent: number): Crop {
  const rgb = new Uint8Array(patched.rgb)
  const count = Math.round((order.length * percent) / 100)
  for (let k = 0; k < count; k++) {
    const at = order[k]! * 3
    rgb[at] = original.rgb[at]!
    rgb[at + 1] = original.rgb[at + 1]!
    rgb[at + 2] = original.rgb[at + 2]!
  }
  return { ...patched, rgb }
}
