import { describe, expect, test } from 'vitest'
import { findTexts, unknownPlaceholders, wordingOf } from '../../../../src/renderer/src/features/texts/texts'

const texts = [
  { key: 'title', original: 'Report on facial image comparison', edited: null, placeholders: [] },
  { key: 'limit.pose', original: 'The pose of {face} limits the comparison.', edited: 'Turned heads limit what {face} shows.', placeholders: ['face'] }
]
const found = (query: string, editedOnly = false): string[] => findTexts(texts, query, editedOnly).map(({ key }) => key)

describe('finding texts', () => {
  test('every word, in whatever case, in key, original or own wording', () => {
    expect(found('COMPARISON')).toEqual(['title', 'limit.pose'])
    expect(found('turned pose')).toEqual(['limit.pose'])
    expect(found('turned report')).toEqual([])
    expect(found('')).toHaveLength(2)
  })
  test('those edited alone', () => expect(found('', true)).toEqual(['limit.pose']))
})

test('the laboratory’s wording counts where there is one', () => expect(texts.map(wordingOf)).toEqual(['Report on facial image comparison', 'Turned heads limit what {face} shows.']))

test('placeholders that a text does not know are named once each', () => {
  expect(unknownPlaceholders('{face} at {score}, {score}', ['face'])).toEqual(['score'])
  expect(unknownPlaceholders('braces { } and {face}', ['face'])).toEqual([])
})
