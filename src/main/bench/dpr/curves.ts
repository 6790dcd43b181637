import { REPLACED } from './replace'

/** A pair's scores, cosines, after replacing 0, 5, .. 95 % of its pixels. */
export interface PairScores {
  genuine: boolean
  scores: readonly number[]
}

/** Error rates, 0..1, at each share of replaced pixels. */
export interface Curves {
  fmr: number[]
  fnmr: number[]
}

export function curvesOf(pairs: readonly PairScores[], threshold: number): Curves {
  const impostors = pairs.filter(({ genuine }) => !genuine)
  const genuines = pairs.filter(({ genuine }) => genuine)
  const share = (of: readonly PairScores[], wrong: (score: number) => boolean): number[] => REPLACED.map((_, r) => of.filter(({ scores }) => wrong(scores[r] ?? NaN)).length / of.length)
  return { fmr: share(impostors, (score) => score >= threshold), fnmr: share(genuines, (score) => score < threshold) }
}

/** Area under a curve of 20 points: their sum (0..20), or the trapezoid rule with dx = 1 (0..19). */
export type Area = 'sum' | 'trapezoid'

export function areaUnder(curve: readonly number[], rule: Area): number {
  const sum = curve.reduce((total, value) => total + value, 0)
  return rule === 'sum' ? sum : sum - ((curve[0] ?? 0) + (curve.at(-1) ?? 0)) / 2
}

/**
 * What one pair adds to the area of its error: the area under its own curve of 0 (decided rightly) and 1. The area of a
 * set is the mean over its pairs of the kind, which makes a bootstrap over pairs a bootstrap of means.
 */
export const areaOfPair = ({ genuine, scores }: PairScores, threshold: number, rule: Area): number =>
  areaUnder(scores.map((score) => Number(score >= threshold !== genuine)), rule)
