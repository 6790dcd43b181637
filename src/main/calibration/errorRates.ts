/** One comparison of two photos and whether they show the same person. */
export interface ScoredPair {
  score: number
  genuine: boolean
}

/** Rates at one threshold; a score at or above it is a match. */
export interface RatesAt {
  threshold: number
  /** False matches over impostor pairs, 0..1. */
  fmr: number
  /** False non-matches over genuine pairs, 0..1. */
  fnmr: number
}

/** Rates at a threshold, with the counts behind them. NaN where there are no pairs of a kind. */
export function ratesAt(pairs: readonly ScoredPair[], threshold: number): RatesAt & { falseMatches: number; impostors: number; falseNonMatches: number; genuines: number } {
  const counts = { falseMatches: 0, impostors: 0, falseNonMatches: 0, genuines: 0 }
  for (const { score, genuine } of pairs) {
    if (genuine) counts.genuines++
    else counts.impostors++
    if (genuine && score < threshold) counts.falseNonMatches++
    if (!genuine && score >= threshold) counts.falseMatches++
  }
  return { threshold, ...counts, fmr: counts.falseMatches / counts.impostors, fnmr: counts.falseNonMatches / counts.genuines }
}

/**
 * The detection error trade-off: rates at every threshold where they change, from the lowest score (all match) to just
 * above the highest (none match). A step in ISO/IEC 19795-1's DET plot is one entry.
 */
export function detCurve(pairs: readonly ScoredPair[]): RatesAt[] {
  const sorted = [...pairs].sort((a, b) => a.score - b.score)
  const genuines = sorted.filter(({ genuine }) => genuine).length
  const impostors = sorted.length - genuines
  const curve: RatesAt[] = []
  let [genuinesBelow, impostorsBelow] = [0, 0]
  const note = (threshold: number): void => void curve.push({ threshold, fmr: (impostors - impostorsBelow) / impostors, fnmr: genuinesBelow / genuines })
  sorted.forEach(({ score, genuine }, i) => {
    if (i === 0 || score > sorted[i - 1]!.score) note(score)
    if (genuine) genuinesBelow++
    else impostorsBelow++
  })
  note(nextAbove(sorted.at(-1)?.score ?? 0))
  return curve
}

/** Equal error rate: where the two rates cross. They are steps, so it is the mean of both at their closest. */
export function equalErrorRate(pairs: readonly ScoredPair[]): { eer: number; threshold: number } {
  const gap = ({ fmr, fnmr }: RatesAt): number => Math.abs(fmr - fnmr)
  const closest = detCurve(pairs).reduce((best, point) => (gap(point) < gap(best) ? point : best))
  return { eer: (closest.fmr + closest.fnmr) / 2, threshold: closest.threshold }
}

/**
 * The threshold of the equal error rate from few pairs: the middle of the thresholds between which both rates stay what
 * they are there. `equalErrorRate` gives their upper end; with thousands of pairs the two are the same to some 1e-3.
 */
export function middleOfEqualErrors(pairs: readonly ScoredPair[]): number {
  const { threshold } = equalErrorRate(pairs)
  const below = pairs.map(({ score }) => score).filter((score) => score < threshold)
  return below.length === 0 ? threshold : (below.reduce((a, b) => Math.max(a, b)) + threshold) / 2
}

/** The lowest threshold whose false match rate is at most `fmr`. */
export function thresholdAtFmr(pairs: readonly ScoredPair[], fmr: number): RatesAt {
  return detCurve(pairs).find((point) => point.fmr <= fmr)!
}

/** Scores from `from` to `to` (cosines), where both kinds of pairs still lie. */
export interface Band {
  from: number
  to: number
  /** Share of genuine pairs that score below, and at most of impostor pairs above, 0..1. */
  rate: number
}

/**
 * The band in which a score says little: from the score that at most `rate` of the genuine pairs miss to the score that
 * at most `rate` of the impostor pairs reach.
 */
export function inconclusiveBand(pairs: readonly ScoredPair[], rate: number): Band {
  const genuine = detCurve(pairs).findLast((point) => point.fnmr <= rate)!.threshold
  const impostor = thresholdAtFmr(pairs, rate).threshold
  return { from: Math.min(genuine, impostor), to: Math.max(genuine, impostor), rate }
}

/** Share of pairs decided rightly at a threshold, 0..1. */
export function accuracyAt(pairs: readonly ScoredPair[], threshold: number): number {
  return pairs.filter(({ score, genuine }) => score >= threshold === genuine).length / pairs.length
}

/** The threshold that decides most pairs rightly: the middle of the scores between which it may lie; of several such gaps the middle one. */
export function bestAccuracy(pairs: readonly ScoredPair[]): { accuracy: number; threshold: number } {
  const genuines = pairs.filter(({ genuine }) => genuine).length
  const right = ({ fmr, fnmr }: RatesAt): number => (1 - fnmr) * genuines + (1 - fmr) * (pairs.length - genuines)
  const curve = detCurve(pairs).map((point, i, all) => ({ threshold: between(all[i - 1]?.threshold, point.threshold), right: Math.round(right(point)) }))
  const most = Math.max(...curve.map((point) => point.right))
  const best = curve.filter((point) => point.right === most)
  return { accuracy: most / pairs.length, threshold: best[Math.floor((best.length - 1) / 2)]!.threshold }
}

/** The middle of two thresholds, above the lower one even where they are neighbours. */
function between(low: number | undefined, high: number): number {
  const middle = low === undefined ? high : (low + high) / 2
  return middle === low ? high : middle
}

/** A normal float64 above x, the next one unless x is next to 0: the lowest threshold that x fails (subnormals may count as 0, ADR 0072). */
function nextAbove(x: number): number {
  return x + Math.max(Math.abs(x) * Number.EPSILON, SMALLEST_NORMAL)
}

const SMALLEST_NORMAL = 2 ** -1022
