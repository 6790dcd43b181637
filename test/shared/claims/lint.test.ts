import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ClaimFinding } from '../../../src/shared/domain/claims'
import { languageOf } from '../../../src/shared/claims/language'
import { lintClaims } from '../../../src/shared/claims/lint'
import { reword } from '../../../src/shared/claims/reword'
import { sentencesOf } from '../../../src/shared/claims/sentences'
import { tokenise } from '../../../src/shared/claims/tokens'
import { rulesIn } from './measure'

const lint = (text: string, where = 'Notes') => lintClaims([{ where, text }], 'en')

const PIECES = ['the same person', 'is', 'not', '98 %', 'map', 'proves', 'no doubt', ', ', '; ', '. ', '\n', '\n\n', '\u00ad', '\u200b', '-\n', 'Dr.', 'z. B.', '\u201e', '\u201c', '"', 'dieselbe Person', 'handelt es sich um', 'a\u0308', '\ud800', '\u0301', 'ISO 17025', '1:1.000.000', '0,0', 'error', 'free', '\u{1d400}', '\ufb01']
const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string({ unit: 'binary', maxLength: 200 }), fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map(pieces => pieces.join(' ')), fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map(pieces => pieces.join('')))

describe('any text', () => {
  it('gives findings of the contract, each with words inside a sentence that stands in the text', () => {
    fc.assert(fc.property(text, given => {
      for (const finding of lint(given)) {
        ClaimFinding.parse(finding)
        expect(given).toContain(finding.sentence)
        expect(finding.from).toBeLessThan(finding.to)
        expect(finding.to).toBeLessThanOrEqual(finding.sentence.length)
      }
    }), { numRuns: 2000 })
  })

  it('gives the same keys each time, whatever stands before and behind it', () => {
    fc.assert(fc.property(text, given => {
      const keys = lint(given).map(({ key }) => key)
      expect(new Set(keys).size).toBe(keys.length)
      expect(lint(given).map(({ key }) => key)).toEqual(keys)
      expect(lint(`Nothing.\n\n${given}\n\nNothing.`).map(({ key }) => key)).toEqual(keys)
    }), { numRuns: 500 })
  })

  it('is parted into sentences that lie in it in order, and nothing else is lost but white space', () => {
    fc.assert(fc.property(text, given => {
      let at = 0
      for (const { text: sentence, from } of sentencesOf(given)) {
        expect(given.slice(at, from).trim()).toBe('')
        expect(given.slice(from, from + sentence.length)).toBe(sentence)
        at = from + sentence.length
      }
      expect(given.slice(at).trim()).toBe('')
    }))
  })

  it('is parted into words whose ranges rise and lie in it', () => {
    fc.assert(fc.property(text, fc.boolean(), (given, join) => {
      let at = 0
      for (const { from, to } of tokenise(given, join)) {
        expect(from).toBeGreaterThanOrEqual(at)
        expect(to).toBeGreaterThan(from)
        at = to
      }
      expect(at).toBeLessThanOrEqual(given.length)
    }))
  })
})

describe('40,000 characters of the worst kind are read to their end', () => {
  // Nothing is timed: a pattern that tries everything would not come back at all.
  const filled = (piece: string): string => piece.repeat(Math.ceil(40_000 / piece.length)).slice(0, 40_000)
  it.each(['a', ' ', '.', '. ', 'z.', '1', '1.', '1:', '%', '-', '-\n', '\n', '\u00ad', '\u0301', '"', 'is ', 'the same ', 'is the same ', 'not ', 'no doubt ', 'is not the same person ', 'es handelt sich um ', 'the map ', '98 % ', 'Dr. ', 'a. ', 'error ', '\ud800', 'nicht nicht ', 'per cent '])('%j', piece => {
    expect(Array.isArray(lint(filled(piece)))).toBe(true)
  })

  it('a claim at the very end is found', () => {
    expect(rulesIn(`${filled('nothing here ')}. It is the same person.`)).toEqual(['identification'])
  })
})

describe('sentences', () => {
  it.each([
    ['One. Two! Three? Four', ['One.', 'Two!', 'Three?', 'Four']],
    ['Dr. Smith met Mr. Jones. He left.', ['Dr. Smith met Mr. Jones.', 'He left.']],
    ['See, e.g. the ear, i.e. No. 4. Next.', ['See, e.g. the ear, i.e. No. 4.', 'Next.']],
    ['Merkmale, z. B. Ohren, d. h. Nr. 3. Weiter.', ['Merkmale, z. B. Ohren, d. h. Nr. 3.', 'Weiter.']],
    ['Am 3. Mai 2024. Danach.', ['Am 3. Mai 2024.', 'Danach.']],
    ['The score is 0.62. It is above.', ['The score is 0.62.', 'It is above.']],
    ['He said \u201cyes.\u201d She left.', ['He said \u201cyes.\u201d', 'She left.']],
    ['A heading\n\nA text\nover lines', ['A heading', 'A text\nover lines']],
    ['List:\n- one\n- two', ['List:', '- one', '- two']],
    ['A. Examiner signed.', ['A. Examiner signed.']]
  ])('%j', (given, expected) => {
    expect(sentencesOf(given).map(({ text }) => text)).toEqual(expected)
  })
})

describe('a finding', () => {
  it('points at the words, says why, and offers others; in the language that was asked for', () => {
    const [finding] = lintClaims([{ where: 'Conclusion of C-1, rationale', text: 'First. In sum, it is the same person, I think.' }], 'en')
    expect(finding).toMatchObject({ key: 'identification | Conclusion of C-1, rationale | In sum, it is the same person, I think.', where: 'Conclusion of C-1, rationale', rule: 'identification', sentence: 'In sum, it is the same person, I think.' })
    expect(finding!.sentence.slice(finding!.from, finding!.to)).toBe('is the same person')
    expect(lintClaims([{ where: '', text: 'It is him.' }], 'de')[0]!.why).toMatch(/^Der Satz sagt/)
  })

  it('is one a rule and sentence', () => {
    expect(rulesIn('It is the same person, it is him, a 98 % match.')).toEqual(['identification', 'percentage'])
    expect(rulesIn('It is him. It is him. It is her.')).toHaveLength(2)
  })

  it('is of a place: the same words elsewhere are another', () => {
    expect(new Set([...lint('It is him.', 'A'), ...lint('It is him.', 'B')].map(({ key }) => key)).size).toBe(2)
  })

  it('of identification is not made in propositions and requests; of the others it is', () => {
    const said = 'Q-1 and K-1 show the same person. With 98 % probability it is him.'
    for (const as of ['propositions', 'request'] as const) expect(lintClaims([{ where: '', text: said, as }], 'en').map(({ rule }) => rule)).toEqual(['percentage'])
  })

  it('can be put in neutral words, which claim nothing', () => {
    const given = 'The ears are alike. It is him. The end.'
    const [finding] = lint(given)
    const better = reword(given, finding!)
    expect(better).toBe(`The ears are alike. ${finding!.neutral} The end.`)
    expect(lint(better)).toEqual([])
    expect(reword('Changed since.', finding!)).toBe('Changed since.')
  })
})

it('tells German from English by the small words', () => {
  expect(['Die Nase ist nicht zu sehen.', 'The nose is not seen.', '', 'Nase'].map(languageOf)).toEqual(['de', 'en', 'en', 'en'])
})
