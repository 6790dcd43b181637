import { describe, expect, it } from 'vitest'
import { bootstrap95, meanOf } from '../../../src/main/bench/dpr/bootstrap'
import { areaOfPair, areaUnder, curvesOf, type PairScores } from '../../../src/main/bench/dpr/curves'
import { behind, judgeMethod } from '../../../src/main/bench/dpr/judge'
import { REPLACED, replacementOrder, replacePixels } from '../../../src/main/bench/dpr/replace'

/** Wrong at the first `wrong` points of 20, right after. */
const pairOf = (genuine: boolean, wrong: number): PairScores => ({ genuine, scores: REPLACED.map((_, r) => (r < wrong === genuine ? 0.1 : 0.9)) })
const THRESHOLD = 0.5

describe('replaced pixels', () => {
  const image = (value: number) => ({ width: 4, height: 1, rgb: new Uint8Array(12).fill(value) })
  const map = Float32Array.of(0.5, -1, 0.5, 3)

  it('come highest first after a match, lowest first after a non-match, ties in reading order', () => {
    expect([...replacementOrder(map, true)]).toEqual([3, 0, 2, 1])
    expect([...replacementOrder(map, false)]).toEqual([1, 0, 2, 3])
  })

  it('are set back to the original, the first r % of them, all channels', () => {
    const order = replacementOrder(map, true)
    const values = (percent: number): number[] => [...replacePixels(image(9), image(1), order, percent).rgb]
    expect(values(0)).toEqual(new Array(12).fill(9))
    expect(values(50)).toEqual([1, 1, 1, 9, 9, 9, 9, 9, 9, 1, 1, 1])
    expect(values(100)).toEqual(new Array(12).fill(1))
  })

  it('are 0, 5, .. 95 %', () => {
    expect([REPLACED.length, REPLACED[0], REPLACED[1], REPLACED.at(-1)]).toEqual([20, 0, 5, 95])
  })
})

describe('the area under a curve', () => {
  it('is the sum over the points, or half the ends less', () => {
    expect(areaUnder([1, 0.5, 0], 'sum')).toBe(1.5)
    expect(areaUnder([1, 0.5, 0], 'trapezoid')).toBe(1)
    expect(areaUnder(new Array<number>(20).fill(1), 'trapezoid')).toBe(19)
  })

  it('of a set is the mean over its pairs of the kind', () => {
    const pairs = [pairOf(false, 4), pairOf(false, 10), pairOf(true, 20), pairOf(true, 0), pairOf(true, 1)]
    const { fmr, fnmr } = curvesOf(pairs, THRESHOLD)
    expect([fmr[0], fmr[4], fmr[10], fnmr[0], fnmr[1], fnmr[19]]).toEqual([1, 0.5, 0, 2 / 3, 1 / 3, 1 / 3])
    for (const rule of ['sum', 'trapezoid'] as const) {
      const means = [false, true].map((genuine) => pairs.filter((pair) => pair.genuine === genuine).map((pair) => areaOfPair(pair, THRESHOLD, rule)))
      expect(areaUnder(fmr, rule)).toBeCloseTo(means[0]!.reduce((a, b) => a + b) / 2, 12)
      expect(areaUnder(fnmr, rule)).toBeCloseTo(means[1]!.reduce((a, b) => a + b) / 3, 12)
    }
  })

  it('counts a score at the threshold as a match', () => {
    expect(curvesOf([{ genuine: false, scores: new Array<number>(20).fill(THRESHOLD) }, pairOf(true, 0)], THRESHOLD).fmr[0]).toBe(1)
  })
})

describe('a method against RND', () => {
  const reference = [pairOf(false, 8), pairOf(false, 12), pairOf(true, 20), pairOf(true, 10)]
  const better = [pairOf(false, 4), pairOf(false, 6), pairOf(true, 10), pairOf(true, 5)]

  it('has the areas and ratios that follow by hand', () => {
    const result = judgeMethod('xssab', better, reference, THRESHOLD)
    // Sums: 5 of 10 and 7.5 of 15. Trapezoids: a pair wrong n < 20 times loses half a point at its start, one always wrong a whole.
    expect(result).toMatchObject({ aucFmrSum: 5, aucFnmrSum: 7.5, ndprFmrSum: 0.5, ndprFnmrSum: 0.5, aucFmr: 4.5, aucFnmr: 7 })
    expect(result.ndprFmr).toBeCloseTo(4.5 / 9.5, 12)
    expect(result.ndprFnmr).toBeCloseTo(7 / 14.25, 12)
  })

  it('is RND exactly where it is RND, whichever pairs are drawn', () => {
    expect(judgeMethod('rnd', reference, reference, THRESHOLD)).toMatchObject({ ndprFmr: 1, ndprFnmr: 1, ndprBoth: 2, intervals: { ndprFmr: [1, 1], ndprFnmr: [1, 1], ndprBoth: [2, 2] } })
  })

  it('lies behind a better one by the difference of the sums, clear of 0 where it is worse on every pair', () => {
    const many = (of: readonly PairScores[]): PairScores[] => Array.from({ length: 10 }, () => of).flat()
    const { difference, interval } = behind('rnd', many(reference), many(better), many(reference), THRESHOLD)
    expect(difference).toBeCloseTo(2 - 4.5 / 9.5 - 7 / 14.25, 12)
    expect(interval![0]).toBeGreaterThan(0.8)
    expect(interval![0]).toBeLessThan(difference!)
    expect(interval![1]).toBeGreaterThan(difference!)
    expect(behind('xssab', better, better, reference, THRESHOLD)).toMatchObject({ difference: 0 })
  })

  it('has no nDPR where RND never errs', () => {
    const faultless = [pairOf(false, 0), pairOf(true, 0)]
    expect(judgeMethod('xssab', faultless, faultless, THRESHOLD)).toMatchObject({ aucFmr: 0, ndprFmr: null, ndprFnmr: null, ndprBoth: null, intervals: { ndprFmr: null, ndprBoth: null } })
  })
})

describe('the bootstrap', () => {
  it('covers the mean of a known population as wide as theory says', () => {
    const values = Array.from({ length: 400 }, (_, i) => i % 2)
    const [low, high] = bootstrap95(values.length, (drawn) => meanOf(values, drawn))
    // Standard error sqrt(0.25 / 400) = 0.025: 95 % is 0.5 -+ 0.049.
    expect(low).toBeGreaterThan(0.435)
    expect(low).toBeLessThan(0.465)
    expect(high).toBeGreaterThan(0.535)
    expect(high).toBeLessThan(0.565)
  })

  it('has no width for a constant, no numbers for nothing, and repeats itself', () => {
    expect(bootstrap95(5, (drawn) => meanOf([2, 2, 2, 2, 2], drawn))).toEqual([2, 2])
    expect(bootstrap95(5, () => NaN)).toEqual([NaN, NaN])
    // Draws that are infinite are the largest there are, not none.
    let draw = 0
    expect(bootstrap95(5, () => (draw++ % 10 === 0 ? Infinity : 1))).toEqual([1, Infinity])
    const values = [1, 5, 2, 8, 3]
    const once = () => bootstrap95(5, (drawn) => meanOf(values, drawn), 7)
    expect(once()).toEqual(once())
  })
})
