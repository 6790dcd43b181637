import { expect, it } from 'vitest'
import { isSameThreshold, rulerOf, signed, verdictOf } from '../../../../../src/renderer/src/features/compare/result/verdict'
import type { Comparison } from '../../../../../src/shared/domain/comparison'
import type { ModelEntry } from '../../../../../src/shared/domain/model'

const rate = { rate: 0.01, low: 0.005, high: 0.02 }
const calibration = { threshold: 0.2412, set: 'LFW', genuinePairs: 1500, impostorPairs: 1500, falseMatches: rate, falseNonMatches: rate, inconclusive: { from: 0.13, to: 0.26, rate: 0.005 } }
const { threshold, ...origin } = calibration
const face = { pointsFrom: 'automatic', interEyePixels: 60, quality: null, photo: { warnings: [] }, alignment: null, override: null }
const record = { cosine: 0.2, threshold, thresholdOrigin: { kind: 'calibrated', ...origin }, a: face, b: face, wording: { limits: ['as recorded'] } } as unknown as Comparison
const model = { calibration, undocumented: [] } as unknown as ModelEntry

it('error rates hold for the calibrated threshold alone', () => {
  expect(verdictOf(record, 0.2412, model).origin.kind).toBe('calibrated')
  expect(verdictOf(record, 0.2413, model).origin).toEqual({ kind: 'user' })
  expect(verdictOf({ ...record, threshold: 0.3, thresholdOrigin: { kind: 'user' } }, 0.2412, model).origin).toEqual({ kind: 'calibrated', ...origin })
})

it('decides as the program does: a score on the threshold supports', () => {
  expect(verdictOf(record, 0.2, model)).toMatchObject({ decision: 'match', distance: 0 })
  expect(verdictOf(record, 0.2001, model)).toMatchObject({ decision: 'non-match', statement: 'The score does not support the same-source proposition at threshold 0.2001.' })
})

it('keeps the recorded limits where the model is not at hand', () => {
  expect(verdictOf(record, 0.2412, undefined).limits).toEqual(['as recorded'])
  expect(verdictOf(record, 0.2412, model).limits.join(' ')).toContain('inconclusive band')
})

it('prints signs, compares thresholds to four decimals, and widens the ruler for low scores', () => {
  expect([signed(0.5), signed(-0.5)]).toEqual(['+0.5000', '\u22120.5000'])
  expect([isSameThreshold(0.2412, 0.24124), isSameThreshold(0.2412, 0.2413)]).toEqual([true, false])
  expect([rulerOf([0.1, 0.2]).from, rulerOf([-0.3, 0.2]).from]).toEqual([-0.2, -1])
})
