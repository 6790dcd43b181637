import type { ScoredPair } from './errorRates'

/** Counts per bin of cosine; bin i covers [from + i width, from + (i + 1) width), the last one its upper end too. */
export interface ScoreHistogram {
  from: number
  width: number
  genuine: number[]
  impostor: number[]
}

/** Scores in equal bins over -1..1. */
export function scoreHistogram(pairs: readonly ScoredPair[], bins = 40): ScoreHistogram {
  const width = 2 / bins
  const histogram: ScoreHistogram = { from: -1, width, genuine: new Array<number>(bins).fill(0), impostor: new Array<number>(bins).fill(0) }
  for (const { score, genuine } of pairs) {
    const bin = Math.min(bins - 1, Math.max(0, Math.floor((score + 1) / width)))
    histogram[genuine ? 'genuine' : 'impostor'][bin]!++
  }
  return histogram
}
