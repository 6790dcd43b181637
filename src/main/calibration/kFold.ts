import { accuracyAt, bestAccuracy, type ScoredPair } from './errorRates'

export interface FoldAccuracy {
  fold: number
  /** Chosen on the other folds. */
  threshold: number
  /** On this fold, 0..1. */
  accuracy: number
}

/**
 * The protocol of LFW (Huang et al., 2007): each fold is judged by the threshold that is best on all others.
 *
 * @param pairs with fold numbers; one fold alone gives no answer, nor does a fold beside which only one kind of pairs is left
 * @returns per-fold results, their mean and the standard error of the mean
 */
export function kFoldAccuracy(pairs: readonly (ScoredPair & { fold: number })[]): { mean: number; standardError: number; folds: FoldAccuracy[] } | null {
  const numbers = [...new Set(pairs.map(({ fold }) => fold))].sort((a, b) => a - b)
  if (numbers.length < 2) return null
  const others = (fold: number): ScoredPair[] => pairs.filter((pair) => pair.fold !== fold)
  if (!numbers.every((fold) => new Set(others(fold).map(({ genuine }) => genuine)).size === 2)) return null
  const folds = numbers.map((fold) => {
    const { threshold } = bestAccuracy(others(fold))
    return { fold, threshold, accuracy: accuracyAt(pairs.filter((pair) => pair.fold === fold), threshold) }
  })
  const mean = folds.reduce((sum, { accuracy }) => sum + accuracy, 0) / folds.length
  const variance = folds.reduce((sum, { accuracy }) => sum + (accuracy - mean) ** 2, 0) / (folds.length - 1)
  return { mean, standardError: Math.sqrt(variance / folds.length), folds }
}
