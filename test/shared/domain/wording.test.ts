import { describe, expect, it } from 'vitest'
import type { ComparedFace, ThresholdOrigin } from '../../../src/shared/domain/comparison'
import { describeThreshold, limitsOf, statementOf } from '../../../src/shared/domain/wording'

const origin: ThresholdOrigin = {
  kind: 'calibrated',
  set: 'a set',
  genuinePairs: 200,
  impostorPairs: 300,
  falseMatches: { rate: 0.01, low: 0.003, high: 0.029 },
  falseNonMatches: { rate: 0.02, low: 0.008, high: 0.05 },
  inconclusive: { from: 0.2, to: 0.3, rate: 0.005 }
}

const face: ComparedFace = {
  file: 'a.jpg', sha256: '0'.repeat(64), size: 1, photo: { format: 'jpeg', width: 1, height: 1, orientation: 1, warnings: [] },
  pointsFrom: 'automatic', faces: 1, face: null, box: null, points: null, automaticPoints: null, interEyePixels: 20, quality: null, override: null, alignment: [1.8, 0, 0, 0, 1.8, 0]
}

const limits = (cosine: number, from: ThresholdOrigin = origin): string => limitsOf({ cosine, origin: from, a: face, b: { ...face, alignment: [0.5, 0, 0, 0, 0.5, 0] }, undocumented: ['Its training.'] }).join('\n')

/** What DOMAIN.md forbids on every screen and in every record. */
const NEVER = /same person|identif|probab(?!ility of identity\.)|proves|court|complian|accredit/i

describe('the words about a score', () => {
  it('say support, never identity', () => {
    for (const decision of ['match', 'non-match'] as const) expect(statementOf(decision, 0.25)).toMatch(decision === 'match' ? /^The score supports the same-source proposition/ : /^The score does not support the same-source proposition/)
    expect([statementOf('match', 0.2), describeThreshold(0.2, origin), limits(0.25)].join('\n')).not.toMatch(NEVER)
  })

  it('give the threshold with its set, its size and both rates with their intervals', () => {
    expect(describeThreshold(0.25, origin)).toBe(
      '0.2500. On a set, 1.0 % (95 %: 0.3 to 2.9 %) of 300 different-source pairs reached it and 2.0 % (95 %: 0.8 to 5.0 %) of 200 same-source pairs missed it. Other photos and people may give other rates.'
    )
    expect(describeThreshold(0.25, { kind: 'user' })).toContain('no error rates are known')
  })

  it.each([
    [0.0049, 0.0101, '0.4 to 1.1 %'],
    [0.00449, 0.01049, '0.4 to 1.1 %'],
    [0.029, 0.057, '2.9 to 5.7 %'],
    [0, 0.00004, '0.0 to 0.1 %'],
    [0.99996, 1, '99.9 to 100.0 %']
  ])('round the bounds of an interval outward: %d to %d', (low, high, text) => {
    expect(describeThreshold(0.25, { ...origin, falseMatches: { rate: 0.01, low, high } })).toContain(`(95 %: ${text})`)
  })

  it('warn inside the inconclusive band alone', () => {
    for (const [cosine, warned] of [[0.19, false], [0.2, true], [0.25, true], [0.3, true], [0.31, false]] as const) expect(limits(cosine).includes('inconclusive band'), String(cosine)).toBe(warned)
    expect(limits(0.25, { kind: 'user' })).not.toContain('inconclusive')
  })

  it('tell of an enlarged face', () => {
    expect(limits(0.5)).toContain('A is small: 20 pixels between the eyes, enlarged 1.8 times')
    expect(limits(0.5)).not.toContain('B is small')
  })

  it('tell how points came about, and of a face that was compared against its quality', () => {
    const blurred = { interEyePx: 40, yaw: 0, pitch: 0, roll: 0, sharpness: 3, luminance: 120, clipped: 0, blockiness: 1 }
    const a: ComparedFace = { ...face, pointsFrom: 'corrected', quality: blurred, override: 'The only photo there is.' }
    const told = limitsOf({ cosine: 0.5, origin, a, b: { ...face, pointsFrom: 'hand' }, undocumented: [] }).join('\n')
    expect(told).toContain('A was aligned by points that the examiner corrected')
    expect(told).toContain('B was aligned by points that the examiner set by hand')
    expect(told).toContain('A is not suitable by its quality (sharpness: 3')
    expect(told).toContain('reason: The only photo there is.')
    expect(limits(0.5)).not.toMatch(/aligned by points|not suitable/)
  })
})
