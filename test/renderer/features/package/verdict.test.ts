import { describe, expect, test } from 'vitest'
import { isSound, otherNumber, verdictOf } from '../../../../src/renderer/src/features/package/verdict'
import type { PackageInspection } from '../../../../src/shared/domain/casePackage'

type State = PackageInspection['signature']['state']
const fault = { code: 'package.hash', where: 'case.json', message: 'changed' }
const inspection = (state: State, faults = 0, log = true) => ({
  faults: Array.from({ length: faults }, () => fault),
  signature: { state, message: '', fingerprint: null, laboratory: null, signer: null, at: null },
  log: { ok: log, rows: 3, head: null, broken: null }
})

describe('the verdict on a package', () => {
  test('a fault is said before anything a signature says', () => expect(verdictOf(inspection('valid', 1))).toMatchObject({ tone: 'red', title: 'One thing is not as it was packed' }))
  test('faults are counted', () => expect(verdictOf(inspection('none', 3)).title).toMatch(/^3 things/))
  test('only a signature by a known key is good without a word of caution', () => {
    const tones = (['valid', 'unknown-key', 'none', 'broken'] as const).map(state => verdictOf(inspection(state)).tone)
    expect(tones).toEqual(['teal', 'yellow', 'yellow', 'red'])
  })
})

describe('what can be imported', () => {
  test('whole ones, signed or not', () => expect((['valid', 'unknown-key', 'none'] as const).every(state => isSound(inspection(state)))).toBe(true))
  test('none with a fault, a broken signature or a broken log', () => {
    expect(isSound(inspection('valid', 1))).toBe(false)
    expect(isSound(inspection('broken'))).toBe(false)
    expect(isSound(inspection('valid', 0, false))).toBe(false)
  })
})

test('another number stays within what a case number may have', () => {
  expect(otherNumber('2026-041')).toBe('2026-041 (import)')
  expect(otherNumber('x'.repeat(80)).length).toBeLessThanOrEqual(80)
})
