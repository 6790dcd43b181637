import { describe, expect, test } from 'vitest'
import { complaintAbout, findTexts, wordingOf } from '../../../../src/renderer/src/features/texts/texts'

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

describe('what is wrong with a wording', () => {
  const about = (wording: string, original = 'The pose of {face} limits it.', placeholders = ['face']) => complaintAbout(wording, { original, placeholders })

  test('nothing, where every placeholder stands in it', () => expect(about('{face} is turned, and braces { } are braces.')).toBeUndefined())
  test('placeholders that the text does not know, named once each', () => expect(about('{face} at {score}, {score}')).toBe('Not known to this text: {score}'))
  test('one that was lost', () => expect(about('It is turned.')).toMatch(/^Missing: \{face\}/))
  test('nothing at all, but for a text that is empty as it comes', () => {
    expect(about('  ')).toMatch(/can’t be empty/)
    expect(about('', '', [])).toBeUndefined()
  })
})
