import { expect, test } from 'vitest'
import { lintClaims } from '../../../src/shared/claims/lint'
import { checkEdit, EDITABLE_KEYS } from '../../../src/main/reports/texts/edits'
import { fill, ORIGINALS, placeholdersOf, reportTexts, TEXT_KEYS } from '../../../src/main/reports/texts/texts'

const code = (work: () => unknown): string => {
  try {
    work()
    return 'none'
  } catch (error) {
    return (error as { code: string }).code
  }
}

test('every text has the same placeholders in both languages', () => {
  const differ = TEXT_KEYS.filter(key => placeholdersOf(ORIGINALS.de[key]).toSorted().join() !== placeholdersOf(ORIGINALS.en[key]).toSorted().join())
  expect(differ).toEqual([])
})

test.each(['en', 'de'] as const)('no text of ours claims what a comparison can\u2019t show: %s', language => {
  expect(lintClaims(TEXT_KEYS.map(key => ({ where: key, text: ORIGINALS[language][key] })), language)).toEqual([])
})

test('both languages are told apart, but for words that are the same in both', () => {
  const same = TEXT_KEYS.map(key => [ORIGINALS.en[key], ORIGINALS.de[key]] as const).filter(([en, de]) => en === de && /[a-z]{4}/i.test(en.replace(/\{\w+\}/g, '')))
  expect([...new Set(same.map(([en]) => en))].toSorted()).toEqual(['Bytes', 'Hash', 'Score', 'Text', 'Version'])
})

test('placeholders are filled, unknown ones stay, values are never read as templates', () => {
  expect(fill('{a} and {b} and {c}', { a: '{b}', b: 2 })).toBe('{b} and 2 and {c}')
})

test('the hash of the texts follows every change', () => {
  const plain = reportTexts('en')
  const edited = reportTexts('en', { 'front.notes': 'Our own words.' })
  expect(plain.edited).toBe(false)
  expect(edited.edited).toBe(true)
  expect(edited.sha256).not.toBe(plain.sha256)
  expect(reportTexts('de').sha256).not.toBe(plain.sha256)
  expect(reportTexts('en').sha256).toBe(plain.sha256)
})

test.each([
  ['text.unknown', 'no.such', 'x'],
  ['text.fixed', 'limits.always', 'All is well.'],
  ['text.fixed', 'maps.nature', 'The maps are proof.'],
  ['text.fixed', 'across.draft', ' '],
  ['text.empty', 'title', ''],
  ['text.placeholder', 'subtitle.case', 'Case {number}: {title} {secret}'],
  ['text.placeholder', 'subtitle.case', 'Case {number}'],
  ['text.claim', 'front.notes', 'The score proves that it is the same person.'],
  ['none', 'front.notes', 'Laboratory North, accredited nowhere.'],
  ['none', 'limits.additional', 'Copies were examined, not originals.']
])('%s: %s as "%s"', (wanted, key, edited) => {
  expect(code(() => checkEdit('en', key, edited))).toBe(wanted)
})

test('what says how far a report may be trusted is not among the texts to edit', () => {
  for (const key of ['limits.always', 'limits.note', 'maps.nature', 'across.draft', 'state.draft', 'evidence.failed', 'audit.broken', 'summary.note'] as const) expect(EDITABLE_KEYS).not.toContain(key)
  expect(EDITABLE_KEYS.length).toBeGreaterThan(150)
})
