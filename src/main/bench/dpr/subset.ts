import { usageError } from '../../../shared/errors'
import type { PatchSet } from '../patch/manifest'
import { evenly } from '../patch/choosePairs'

/** Which pairs of a set a run is about. */
export interface Subset {
  /** Numbers of folds, from 1; all where left out. */
  folds?: readonly number[]
  /** Half genuine, half impostor, spread over what is left; all where left out. */
  pairsLimit?: number
}

/**
 * The set with some of its pairs. Journals and maps are kept by pair, so what was computed for a part counts for the whole.
 *
 * @throws VidimusError `set.no-pairs` (usage) where no genuine or no impostor pair is left
 */
export function subsetOf(set: PatchSet, { folds, pairsLimit }: Subset): PatchSet {
  const pairs = folds === undefined ? set.pairs : set.pairs.filter(({ fold }) => folds.includes(fold))
  const kinds = [true, false].map((kind) => pairs.filter(({ genuine }) => genuine === kind))
  if (kinds.some(({ length }) => length === 0)) throw usageError('set.no-pairs', `The set has ${kinds[0]?.length} genuine and ${kinds[1]?.length} impostor pairs of the folds asked for; both kinds are needed. It has the folds ${[...new Set(set.pairs.map(({ fold }) => fold))].join(', ')}.`)
  if (pairsLimit === undefined) return { ...set, pairs }
  const perKind = Math.min(Math.floor(pairsLimit / 2), ...kinds.map(({ length }) => length))
  return { ...set, pairs: kinds.flatMap((kind) => evenly(kind, perKind)).sort((a, b) => a.index - b.index) }
}
