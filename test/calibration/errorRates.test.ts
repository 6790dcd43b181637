import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accuracyAt, bestAccuracy, detCurve, equalErrorRate, inconclusiveBand, ratesAt, thresholdAtFmr, type ScoredPair } from '../../src/main/calibration/errorRates'
import { scoreHistogram } from '../../src/main/calibration/histogram'
import { wilson95 } from '../../src/main/calibration/intervals'
import { kFoldAccuracy } from '../../src/main/calibration/kFold'

/** Scores on a coarse grid, so that ties happen. */
const pair = fc.record({ score: fc.integer({ min: -20, max: 20 }).map((n) => n / 20), genuine: fc.boolean() })
const pairs = fc.tuple(fc.array(pair, { maxLength: 40 }), fc.integer({ min: -20, max: 20 }), fc.integer({ min: -20, max: 20 }))
  .map(([some, g, i]): ScoredPair[] => [...some, { score: g / 20, genuine: true }, { score: i / 20, genuine: false }])

describe('error rates', () => {
  it('at a threshold are counts over counts; a score on the threshold is a match', () => {
    const set: ScoredPair[] = [{ score: 0.5, genuine: true }, { score: 0.2, genuine: true }, { score: 0.5, genuine: false }, { score: 0.1, genuine: false }, { score: 0, genuine: false }]
    expect(ratesAt(set, 0.5)).toMatchObject({ fmr: 1 / 3, fnmr: 1 / 2, falseMatches: 1, impostors: 3, falseNonMatches: 1, genuines: 2 })
    expect(accuracyAt(set, 0.5)).toBe(3 / 5)
  })

  it('the DET curve agrees with counting at each of its thresholds, falls and rises, and runs from all to none', () => {
    fc.assert(fc.property(pairs, (set) => {
      const curve = detCurve(set)
      expect(curve[0]).toMatchObject({ fmr: 1, fnmr: 0 })
      expect(curve.at(-1)).toMatchObject({ fmr: 0, fnmr: 1 })
      curve.forEach(({ threshold, fmr, fnmr }, i) => {
        expect(ratesAt(set, threshold)).toMatchObject({ fmr, fnmr })
        if (i > 0) expect(fmr <= curve[i - 1]!.fmr && fnmr >= curve[i - 1]!.fnmr).toBe(true)
      })
    }))
  })

  it('the inconclusive band leaves at most its rate of either kind beyond it', () => {
    fc.assert(fc.property(pairs, fc.constantFrom(0, 0.01, 0.1, 0.4), (set, rate) => {
      const { from, to } = inconclusiveBand(set, rate)
      expect(from).toBeLessThanOrEqual(to)
      expect(ratesAt(set, from).fnmr).toBeLessThanOrEqual(rate)
      expect(ratesAt(set, to).fmr).toBeLessThanOrEqual(rate)
    }))
  })

  it('the best accuracy is that of the best of all thresholds tried one by one', () => {
    fc.assert(fc.property(pairs, (set) => {
      const { accuracy, threshold } = bestAccuracy(set)
      const tried = Array.from({ length: 83 }, (_, i) => accuracyAt(set, -1.025 + i * 0.025))
      expect(accuracy).toBeCloseTo(Math.max(...tried), 12)
      expect(accuracyAt(set, threshold)).toBeCloseTo(accuracy, 12)
    }))
  })

  it('the equal error rate lies between both rates at its threshold, which no other threshold brings closer', () => {
    fc.assert(fc.property(pairs, (set) => {
      const { eer, threshold } = equalErrorRate(set)
      const { fmr, fnmr } = ratesAt(set, threshold)
      expect(eer).toBeCloseTo((fmr + fnmr) / 2, 12)
      for (let t = -1.025; t < 1.1; t += 0.025) expect(Math.abs(ratesAt(set, t).fmr - ratesAt(set, t).fnmr)).toBeGreaterThanOrEqual(Math.abs(fmr - fnmr) - 1e-12)
    }))
  })

  it('of two normal distributions a distance d apart is Phi(-d/2)', () => {
    let seed = 1
    const uniform = () => (seed = (seed * 48271) % 2147483647) / 2147483647
    const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
    const set = Array.from({ length: 40_000 }, (_, i): ScoredPair => ({ genuine: i % 2 === 0, score: normal() + (i % 2 === 0 ? 2 : 0) }))
    // Phi(-1) = 0.158655
    expect(Math.abs(equalErrorRate(set).eer - 0.158655)).toBeLessThan(0.006)
  })

  it('thresholdAtFmr is the lowest threshold that keeps the rate', () => {
    fc.assert(fc.property(pairs, fc.double({ min: 0, max: 1, noNaN: true }), (set, wanted) => {
      const { threshold, fmr } = thresholdAtFmr(set, wanted)
      expect(fmr).toBeLessThanOrEqual(wanted)
      const lower = set.map(({ score }) => score).filter((score) => score < threshold)
      if (lower.length > 0) expect(ratesAt(set, Math.max(...lower)).fmr).toBeGreaterThan(wanted)
    }))
  })
})

describe('wilson95', () => {
  // Textbook values: Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
  it.each([[81, 263, 0.2553, 0.3662], [15, 148, 0.0624, 0.1605], [0, 20, 0, 0.1611], [1, 29, 0.0061, 0.1718]])('%i of %i', (events, trials, low, high) => {
    const [a, b] = wilson95(events, trials)
    expect(a).toBeCloseTo(low, 4)
    expect(b).toBeCloseTo(high, 4)
  })
  it('says nothing without trials', () => expect(wilson95(0, 0)).toEqual([0, 1]))
})

describe('kFoldAccuracy', () => {
  it('judges a fold by the others: a fold with shifted scores pays for it', () => {
    const fold = (number: number, shift: number) => [0.6, 0.7, 0.8].flatMap((score) => [{ score: score + shift, genuine: true, fold: number }, { score: score - 0.5 + shift, genuine: false, fold: number }])
    const result = kFoldAccuracy([...fold(1, 0), ...fold(2, 0), ...fold(3, -1)])!
    expect(result.folds[2]!.accuracy).toBe(0.5)
    expect(result.mean).toBeCloseTo(result.folds.reduce((sum, { accuracy }) => sum + accuracy, 0) / 3, 12)
  })
  it('puts thresholds in the middle of the gap that the other folds leave', () => {
    const fold = (number: number) => [{ score: 0.8, genuine: true, fold: number }, { score: 0.2, genuine: false, fold: number }]
    expect(kFoldAccuracy([...fold(1), ...fold(2)])?.folds.map(({ threshold }) => threshold)).toEqual([0.5, 0.5])
  })
  it('has no answer where the other folds lack a kind', () => expect(kFoldAccuracy([{ score: 1, genuine: true, fold: 1 }, { score: 0, genuine: false, fold: 1 }, { score: 0, genuine: false, fold: 2 }])).toBeNull())
  it('has no answer for one fold', () => expect(kFoldAccuracy([{ score: 1, genuine: true, fold: 1 }])).toBeNull())
})

describe('scoreHistogram', () => {
  it('counts every pair once, ends included', () => {
    fc.assert(fc.property(pairs, (set) => {
      const { genuine, impostor } = scoreHistogram(set)
      const sum = (counts: number[]) => counts.reduce((a, b) => a + b, 0)
      expect([sum(genuine), sum(impostor)]).toEqual([set.filter((one) => one.genuine).length, set.filter((one) => !one.genuine).length])
    }))
    expect(scoreHistogram([{ score: 1, genuine: true }, { score: -1, genuine: true }], 4).genuine).toEqual([1, 0, 0, 1])
  })
})
