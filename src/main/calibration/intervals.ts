/** Lower and upper end of a confidence interval. */
export type Interval = readonly [low: number, high: number]

const Z95 = 1.959964

/**
 * Wilson's 95 % interval for a rate seen as `events` in `trials` (E. B. Wilson, 1927): honest near 0, where error rates
 * live. It takes trials as independent; pairs that share a person are not quite.
 *
 * @returns [0, 1] where there were no trials
 */
export function wilson95(events: number, trials: number): Interval {
  if (trials === 0) return [0, 1]
  const rate = events / trials
  const z2 = Z95 * Z95
  const middle = (rate + z2 / (2 * trials)) / (1 + z2 / trials)
  const half = (Z95 / (1 + z2 / trials)) * Math.sqrt((rate * (1 - rate)) / trials + z2 / (4 * trials * trials))
  return [events === 0 ? 0 : Math.max(0, middle - half), events === trials ? 1 : Math.min(1, middle + half)]
}
