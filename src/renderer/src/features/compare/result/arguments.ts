import type { Argument } from '../../../../../shared/domain/explanation'

/** One bar: arguments from `from` (included) to `to`. */
export interface Bin {
  from: number
  to: number
  count: number
  sum: number
  /** Whether its arguments count as positive: all at or above threshold / N, or none. */
  positive: boolean
}

/** Where an argument begins to be positive, th / N in float32 as the model's graph compares. */
export const boundOf = (threshold: number, count: number): number => Math.fround(Math.fround(threshold) / count)

/** Bars of equal width, one of whose edges is the bound, so that no bar holds both kinds. @param bars how many at least */
export function histogram(values: Float32Array, bound: number, bars = 40): Bin[] {
  const { lowest, highest } = rangeOf(values)
  const width = (highest - lowest) / bars || 1e-6
  const place = (value: number): number => Math.floor((value - bound) / width)
  const first = place(lowest)
  const bins = Array.from({ length: place(highest) - first + 1 }, (_, i): Bin => {
    const at = first + i
    return { from: bound + at * width, to: bound + (at + 1) * width, count: 0, sum: 0, positive: at >= 0 }
  })
  for (const value of values) {
    const bin = bins[place(value) - first]!
    bin.count++
    bin.sum += value
  }
  return bins
}

function rangeOf(values: Float32Array): { lowest: number; highest: number } {
  let [lowest, highest] = [Infinity, -Infinity]
  for (const value of values) {
    if (value < lowest) lowest = value
    if (value > highest) highest = value
  }
  return { lowest, highest }
}

export interface Balance {
  positive: number
  negative: number
  positiveSum: number
  negativeSum: number
}

/** How many arguments lie on either side of the bound, and what they add up to. */
export function balanceOf(values: Float32Array, bound: number): Balance {
  const balance: Balance = { positive: 0, negative: 0, positiveSum: 0, negativeSum: 0 }
  for (const value of values) {
    const side = value >= bound ? 'positive' : 'negative'
    balance[side]++
    balance[`${side}Sum`] += value
  }
  return balance
}

/** The most extreme arguments of both kinds, most extreme first. */
export function strongestOf(values: Float32Array, bound: number, count: number): { positive: Argument[]; negative: Argument[] } {
  const ranked = [...values].map((value, dimension): Argument => ({ dimension, value })).sort((a, b) => b.value - a.value)
  return {
    positive: ranked.filter(({ value }) => value >= bound).slice(0, count),
    negative: ranked.filter(({ value }) => value < bound).reverse().slice(0, count)
  }
}
