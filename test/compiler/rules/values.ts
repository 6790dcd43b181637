import type { DType } from '../../../src/main/compiler/onnx/graph'
import { sizeOf } from '../../../src/main/compiler/onnx/graph'
import { MARGIN, type CaseInput, type Domain } from '../../../src/main/compiler/ruleCase'

/** Numbers in 0..1, the same on every machine for the same seed. */
export type Random = () => number

/** mulberry32, seeded by an FNV-1a hash of `seed`. */
export function randomFrom(seed: string): Random {
  let state = 2166136261
  for (const char of seed) state = Math.imul(state ^ char.charCodeAt(0), 16777619)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

export function valuesOf({ dims, domain, dtype = 'float32' }: CaseInput, random: Random): Float32Array {
  const drawn = draw(domain, sizeOf(dims), random)
  if (drawn.length !== sizeOf(dims)) throw new Error(`a case gives ${drawn.length} values for the shape [${dims.join()}]`)
  return Float32Array.from(dtype === 'float32' ? drawn : drawn.map((value) => whole(value, dtype)))
}

const whole = (value: number, dtype: DType): number => (dtype === 'bool' ? Number(value !== 0) : Math.trunc(value))

function draw(domain: Domain, count: number, random: Random): readonly number[] {
  const between = (from: number, to: number): number => from + random() * (to - from)
  switch (domain.kind) {
    case 'values':
      return domain.values
    case 'integers':
      return Array.from({ length: count }, () => Math.floor(between(domain.from, domain.to + 1)))
    case 'uniform':
      return Array.from({ length: count }, () => {
        for (;;) {
          const value = between(domain.from, domain.to)
          if (domain.away.every((kink) => Math.abs(value - kink) >= MARGIN)) return value
        }
      })
    case 'distinct':
      return shuffled(spaced(domain, count), random)
  }
}

/** `count` values at least MARGIN apart; the range is left where it is too narrow for that many. */
function spaced({ from, to, away }: { from: number; to: number; away: readonly number[] }, count: number): number[] {
  const step = Math.max((to - from) / (count + away.length), 1.5 * MARGIN)
  const values: number[] = []
  for (let value = from; values.length < count; value += step) if (away.every((kink) => Math.abs(value - kink) >= MARGIN)) values.push(value)
  return values
}

function shuffled(values: number[], random: Random): number[] {
  for (let i = values.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const kept = values[i] ?? 0
    values[i] = values[j] ?? 0
    values[j] = kept
  }
  return values
}
