import type { PatchedPair } from '../patch/manifest'

/** Where a pair's crops lie and where its maps are kept. */
export interface PairPlace {
  setFolder: string
  cacheFolder: string
  pair: PatchedPair
}

/** Cosines of a pair before and after image a was patched. */
export interface BaseScores {
  index: number
  clean: number
  patched: number
}

export interface ReplacedScores {
  index: number
  /** Cosines at 0, 5, .. 95 % replaced. */
  scores: number[]
}
