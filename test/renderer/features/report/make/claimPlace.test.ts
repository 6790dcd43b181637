import { describe, expect, test } from 'vitest'
import { PLACES } from '../../../../../src/main/services/reports/placeWords'
import { around, claimPanel, claimPlace } from '../../../../../src/renderer/src/features/report/make/claimPlace'

describe('where a claim stands, as an address', () => {
  const places = { comparisons: [{ id: 'one', number: 1 }, { id: 'eleven', number: 11 }], exhibits: [{ id: 'photo', number: 1 }] }
  const place = (where: string): string => claimPlace('case', where, places)

  test('in a comparison, by its whole number', () => {
    expect(place('Conclusion of C-11, rationale')).toBe('/case/case/comparison/eleven')
    expect(place('Checklist of C-1, note on nose')).toBe('/case/case/comparison/one')
  })

  test('in an exhibit', () => expect(place('Notes on E-1')).toBe('/case/case/exhibits/photo'))

  test('the case, where nothing or nothing known is named', () => {
    expect(place('Purpose of the case')).toBe('/case/case')
    expect(place('Conclusion of C-2')).toBe('/case/case')
  })
})

test('the panel of a comparison that the words stand in', () => {
  expect(claimPanel('Conclusion of C-1, rationale')).toBe('conclusion')
  expect(claimPanel('First opinion on C-1 (A. Examiner), checklist, note on nose')).toBe('checklist')
  expect(claimPanel('Annotation 3 of C-1')).toBe('annotations')
  expect(claimPanel('Notes on E-1')).toBeNull()
})

test('the same where a German report is to be made', () => {
  expect(claimPlace('case', PLACES.de.override('Gesicht 2 von E-1', 'E-1'), { comparisons: [], exhibits: [{ id: 'one', number: 1 }] })).toBe('/case/case/exhibits/one')
  expect(claimPanel(`${PLACES.de.checklist('C-1')}, ${PLACES.de.note('nose')}`)).toBe('checklist')
  expect(claimPanel(`${PLACES.de.opinion('first', 'C-1', 'A. Examiner')}, ${PLACES.de.itsChecklist}, ${PLACES.de.cause('nose')}`)).toBe('checklist')
  expect(claimPanel(PLACES.de.annotation(3, 'C-1'))).toBe('annotations')
  expect(claimPanel(`${PLACES.de.conclusion('C-1')}, ${PLACES.de.rationale}`)).toBe('conclusion')
  expect(claimPanel(PLACES.de.notesOn('E-1'))).toBeNull()
})

describe('a sentence around the words that set it off', () => {
  test('is cut in three', () => expect(around('It is the same person.', 6, 21)).toEqual(['It is ', 'the same person', '.']))
  test('loses nothing where the range is beyond it', () => {
    expect(around('short', 2, 99)).toEqual(['sh', 'ort', ''])
    expect(around('short', -3, -1)).toEqual(['', '', 'short'])
  })
})
