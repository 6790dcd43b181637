import { describe, expect, test } from 'vitest'
import { hindrance, overridesOf, type ReportDraft } from '../../../../../src/renderer/src/features/report/make/draft'
import type { ClaimFinding } from '../../../../../src/shared/domain/claims'

const finding = (key: string): ClaimFinding => ({ key, where: 'Notes of E-1', rule: 'percentage', sentence: '87 %', from: 0, to: 4, why: 'No percentage.', neutral: 'A score.' })
const draft: ReportDraft = { comparisons: null, language: 'en', signed: false, passphrase: '', reasons: {} }
const clean = { blocks: [], gaps: [], claims: [] }

describe('what stands in the way of a report', () => {
  test('nothing: what is missing is only said', () => expect(hindrance(draft, { ...clean, gaps: ['no conclusion'] }, false)).toBeNull())
  test('no comparison', () => expect(hindrance({ ...draft, comparisons: [] }, clean, true)).toMatch(/No comparison/))
  test('a check that is not there yet', () => expect(hindrance(draft, undefined, true)).toMatch(/not checked yet/))
  test('what the check blocks', () => expect(hindrance(draft, { ...clean, blocks: ['changed photo'] }, true)).not.toBeNull())

  test('a claim, until it has a reason that says something', () => {
    const check = { ...clean, claims: [finding('a'), finding('b')] }
    expect(hindrance(draft, check, true)).toMatch(/2 sentences/)
    expect(hindrance({ ...draft, reasons: { a: 'quoted', b: '  ' } }, check, true)).toMatch(/One sentence/)
    expect(hindrance({ ...draft, reasons: { a: 'quoted', b: 'quoted too' } }, check, true)).toBeNull()
  })

  test('signing without a key or its passphrase', () => {
    expect(hindrance({ ...draft, signed: true, passphrase: 'words' }, clean, false)).toMatch(/key/)
    expect(hindrance({ ...draft, signed: true }, clean, true)).toMatch(/passphrase/)
    expect(hindrance({ ...draft, signed: true, passphrase: 'words' }, clean, true)).toBeNull()
  })
})

test('overrides are of the findings of now alone, their reasons trimmed', () => {
  expect(overridesOf([finding('a'), finding('b')], { a: ' quoted ', gone: 'reworded since' })).toEqual([{ key: 'a', reason: 'quoted' }])
})
