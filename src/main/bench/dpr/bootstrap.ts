import type { Interval } from '../../calibration/intervals'
import { random, randomBelow } from '../../../shared/random'

export const RESAMPLES = 2000

/**
 * 95 % percentile interval of a statistic by resampling n items with replacement (Efron, 1979).
 *
 * @param statistic of the drawn items, given by number. Draws where it is not defined (NaN, such as 0 / 0) are left out; infinite ones count as the
 *   largest, so that an end may be Infinity: the sample does not bound it
 * @returns [NaN, NaN] where no draw gave a number
 */
export function bootstrap95(n: number, statistic: (drawn: Uint32Array) => number, seed = 1, resamples = RESAMPLES): Interval {
  const next = random(seed, 'bootstrap')
  const drawn = new Uint32Array(n)
  const values: number[] = []
  for (let i = 0; i < resamples; i++) {
    for (let k = 0; k < n; k++) drawn[k] = randomBelow(next, n)
    const value = statistic(drawn)
    if (!Number.isNaN(value)) values.push(value)
  }
  values.sort((a, b) => a - b)
  const at = (share: number): number => values[Math.round(share * (values.length - 1))] ?? NaN
  return [at(0.025), at(0.975)]
}

/** Mean of the drawn values. */
export function meanOf(values: readonly number[], drawn: Uint32Array): number {
  let sum = 0
  for (const i of drawn) sum += values[i] ?? NaN
  return sum / drawn.length
}
