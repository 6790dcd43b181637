import type { Tensor } from './session'

/** The same noise on every machine, evenly spread in -1..1 (mulberry32). */
export function seededNoise(dims: readonly number[], seed: number): Tensor {
  const data = new Float32Array(dims.reduce((product, dim) => product * dim, 1))
  let state = seed
  for (let index = 0; index < data.length; index++) {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    data[index] = ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 31 - 1
  }
  return { dims, data }
}
