/** Evenly spread numbers in 0..1 (1 excluded), the same on every machine for the same seed (mulberry32, T. Ettinger). */
export type Random = () => number

/** @param seed its parts name what the numbers are for, so that no two uses share a stream: `random(7, 'patches', 12)` */
export function random(...seed: readonly (string | number)[]): Random {
  let state = hash(seed.join('\u0000'))
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A whole number in 0..limit-1. */
export const randomBelow = (next: Random, limit: number): number => Math.floor(next() * limit)

/** The numbers 0..count-1 in random order (Fisher-Yates). */
export function randomOrder(next: Random, count: number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, i) => i)
  for (let i = count - 1; i > 0; i--) {
    const j = randomBelow(next, i + 1)
    const kept = order[i]!
    order[i] = order[j]!
    order[j] = kept
  }
  return order
}

/** FNV-1a, 32 bits, over UTF-16 code units. */
function hash(text: string): number {
  let state = 0x811c9dc5
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193)
  return state
}
