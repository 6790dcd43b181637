import type { Interval } from '../../calibration/intervals'
import type { MethodName } from '../../explain/methods'
import { bootstrap95, meanOf } from './bootstrap'
import { areaOfPair, areaUnder, curvesOf, type Curves, type PairScores } from './curves'

/** A method on a set. Areas by the trapezoid rule (dx = 1, 0..19) unless they say `Sum` (0..20); lower is better. */
export interface MethodResult {
  method: MethodName
  aucFmr: number
  aucFnmr: number
  aucFmrSum: number
  aucFnmrSum: number
  /** Area over RND's, by the trapezoid rule; null where RND's is 0. */
  ndprFmr: number | null
  ndprFnmr: number | null
  /** ndprFmr + ndprFnmr: one figure to compare methods by. */
  ndprBoth: number | null
  ndprFmrSum: number | null
  ndprFnmrSum: number | null
  /** 95 %, by bootstrap over pairs with the threshold held; RND is drawn on the same pairs. An end of Infinity (null in JSON): draws without any error of RND's leave it open. */
  intervals: Record<'aucFmr' | 'aucFnmr' | 'ndprFmr' | 'ndprFnmr' | 'ndprBoth', Interval | null>
  curves: Curves
}

/**
 * Areas, nDPR and intervals of a method.
 *
 * @param pairs the method's scores; `reference` RND's on the same pairs, in the same order
 */
export function judgeMethod(method: MethodName, pairs: readonly PairScores[], reference: readonly PairScores[], threshold: number): MethodResult {
  const curves = curvesOf(pairs, threshold)
  const rnd = curvesOf(reference, threshold)
  const over = (rate: 'fmr' | 'fnmr', rule: 'sum' | 'trapezoid'): number | null => finite(areaUnder(curves[rate], rule) / areaUnder(rnd[rate], rule))
  const [ndprFmr, ndprFnmr] = [over('fmr', 'trapezoid'), over('fnmr', 'trapezoid')]
  return {
    method,
    aucFmr: areaUnder(curves.fmr, 'trapezoid'), aucFnmr: areaUnder(curves.fnmr, 'trapezoid'),
    aucFmrSum: areaUnder(curves.fmr, 'sum'), aucFnmrSum: areaUnder(curves.fnmr, 'sum'),
    ndprFmr, ndprFnmr, ndprBoth: ndprFmr === null || ndprFnmr === null ? null : ndprFmr + ndprFnmr,
    ndprFmrSum: over('fmr', 'sum'), ndprFnmrSum: over('fnmr', 'sum'),
    intervals: { ...intervalsOf('Fmr', pairs, reference, threshold), ...intervalsOf('Fnmr', pairs, reference, threshold), ndprBoth: interval95(pairs.length, bothOf(pairs, reference, threshold)) } as MethodResult['intervals'],
    curves
  }
}

/** False matches are of impostor pairs alone, false non-matches of genuine ones: each is resampled within its kind. */
function intervalsOf(rate: 'Fmr' | 'Fnmr', pairs: readonly PairScores[], reference: readonly PairScores[], threshold: number): Record<string, Interval | null> {
  const areas = (of: readonly PairScores[]): number[] => of.filter(({ genuine }) => genuine === (rate === 'Fnmr')).map((pair) => areaOfPair(pair, threshold, 'trapezoid'))
  const [own, rnd] = [areas(pairs), areas(reference)]
  const ndpr = bootstrap95(own.length, (drawn) => meanOf(own, drawn) / meanOf(rnd, drawn))
  return { [`auc${rate}`]: bootstrap95(own.length, (drawn) => meanOf(own, drawn)), [`ndpr${rate}`]: isDefined(ndpr) ? ndpr : null }
}

/** How far a method lies behind another in the sum of both nDPR. */
export interface Behind {
  method: MethodName
  difference: number | null
  /** 95 %, by bootstrap over pairs, both methods and RND on the same draw. */
  interval: Interval | null
}

/**
 * ndprBoth less another method's; above 0 the other is better.
 *
 * @param pairs a method's scores, `other` the other's, `reference` RND's, all on the same pairs in the same order
 */
export function behind(method: MethodName, pairs: readonly PairScores[], other: readonly PairScores[], reference: readonly PairScores[], threshold: number): Behind {
  const [own, others] = [bothOf(pairs, reference, threshold), bothOf(other, reference, threshold)]
  const difference = (drawn: Uint32Array): number => own(drawn) - others(drawn)
  return { method, difference: finite(difference(Uint32Array.from(pairs, (_, i) => i))), interval: interval95(pairs.length, difference) }
}

/** ndprBoth of drawn pairs. Both kinds are drawn together: of a ratio of sums it does not matter how many of a kind there are. */
function bothOf(pairs: readonly PairScores[], reference: readonly PairScores[], threshold: number): (drawn: Uint32Array) => number {
  const areas = (of: readonly PairScores[], genuine: boolean): number[] => of.map((pair) => (pair.genuine === genuine ? areaOfPair(pair, threshold, 'trapezoid') : 0))
  const ratios = [false, true].map((genuine) => [areas(pairs, genuine), areas(reference, genuine)] as const)
  return (drawn) => ratios.reduce((sum, [own, rnd]) => sum + meanOf(own, drawn) / meanOf(rnd, drawn), 0)
}

function interval95(n: number, statistic: (drawn: Uint32Array) => number): Interval | null {
  const interval = bootstrap95(n, statistic)
  return isDefined(interval) ? interval : null
}

const isDefined = (interval: Interval): boolean => !interval.some(Number.isNaN)

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)
