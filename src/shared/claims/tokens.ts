import { fold } from './fold'

/** A word, a number or a mark of a text, folded, with its range of UTF-16 units in the text. */
export interface Token {
  word: string
  from: number
  to: number
  /** Its value where it is a number; "1:3000" is 1/3000. */
  number: number | null
  /** Between quotation marks. */
  quoted: boolean
}

type Kind = 'letter' | 'digit' | 'space' | 'mark' | 'none'

interface Character {
  text: string
  kind: Kind
  from: number
  to: number
  isBreak: boolean
}

const HYPHENS = /^[-\u2010\u2011\u2043\u2212\ufe63\uff0d]$/
const APOSTROPHES = /^['\u2019\u02bc\u2018\u00b4`]$/
const QUOTES = /^["\u201c\u201d\u201e\u201f\u00ab\u00bb]$/

/**
 * The tokens of a text in linear time. Hyphens part words ("same-person"), apostrophes do not ("isn't"). A hyphen at the
 * end of a line is ambiguous: `join` reads the word through, else it parts two.
 */
export function tokenise(text: string, join: boolean): Token[] {
  const characters = read(text)
  const tokens: Token[] = []
  let open: Token | null = null
  let isQuoted = false
  const close = (): void => {
    if (open !== null) tokens.push({ ...open, number: numberOf(open.word) })
    open = null
  }
  for (let at = 0; at < characters.length; at++) {
    const { text: folded, kind, from, to } = characters[at]!
    if (kind === 'none') continue
    const skip = open === null ? 0 : joiner(characters, at, open, join)
    if (skip > 0) {
      open!.word += keptOf(folded, open!)
      at += skip - 1
    } else if (kind === 'letter' || kind === 'digit') {
      if (open !== null && isNumeric(open.word) !== (kind === 'digit')) close()
      if (open === null) open = { word: folded, from, to, number: null, quoted: isQuoted }
      else Object.assign(open, { word: open.word + folded, to })
    } else {
      close()
      if (QUOTES.test(folded)) isQuoted = !isQuoted
      if (kind === 'mark' && !HYPHENS.test(folded) && !APOSTROPHES.test(folded)) tokens.push({ word: folded, from, to, number: null, quoted: isQuoted })
    }
  }
  close()
  return joinPercent(tokens)
}

function read(text: string): Character[] {
  const characters: Character[] = []
  let at = 0
  let before = ''
  for (const character of text) {
    const folded = fold(character, before)
    characters.push({ text: folded, kind: kindOf(folded), from: at, to: at + character.length, isBreak: /[\n\r\u2028\u2029]/.test(character) })
    before = folded || before
    at += character.length
  }
  return characters
}

function kindOf(folded: string): Kind {
  if (folded === '') return 'none'
  if (/^\s/.test(folded)) return 'space'
  if (/^\p{L}/u.test(folded)) return 'letter'
  return /^\p{N}/u.test(folded) ? 'digit' : 'mark'
}

/** How many characters from `at` on lie inside the open word: an apostrophe, a number's point, a hyphen at a line's end. */
function joiner(characters: readonly Character[], at: number, open: Token, join: boolean): number {
  const { text } = characters[at]!
  const next = kindAt(characters, at + 1)
  if (APOSTROPHES.test(text)) return next === 'letter' && !isNumeric(open.word) ? 1 : 0
  if (/^[.,:]$/.test(text)) return next === 'digit' && isNumeric(open.word) ? 1 : 0
  return join && HYPHENS.test(text) && !isNumeric(open.word) ? overLineEnd(characters, at) : 0
}

function overLineEnd(characters: readonly Character[], at: number): number {
  let end = at + 1
  while (end < characters.length && end < at + 20 && (characters[end]!.kind === 'space' || characters[end]!.kind === 'none')) end++
  return characters.slice(at + 1, end).some(({ isBreak }) => isBreak) && characters[end]?.kind === 'letter' ? end - at : 0
}

const kindAt = (characters: readonly Character[], at: number): Kind | undefined => characters[at]?.kind
const keptOf = (folded: string, { word }: Token): string => (isNumeric(word) && /^[.,:]$/.test(folded) ? folded : '')
const isNumeric = (word: string): boolean => /^\p{N}/u.test(word)

/** "0,1", "99.9", "1.000.000", "1:3000". */
function numberOf(word: string): number | null {
  if (!isNumeric(word)) return null
  const [left, right] = word.split(':')
  return right === undefined ? plain(left!) : plain(left!) / (plain(right) || 1)
}

function plain(digits: string): number {
  const grouped = /^\d{1,3}([.,]\d{3})+$/.test(digits) && !digits.startsWith('0')
  return Number(grouped ? digits.replace(/[.,]/g, '') : digits.replace(',', '.')) || 0
}

/** "per cent" is one word. */
const joinPercent = (tokens: readonly Token[]): Token[] =>
  tokens.flatMap((token, i) => {
    if (token.word === 'cent' && tokens[i - 1]?.word === 'per') return []
    return token.word === 'per' && tokens[i + 1]?.word === 'cent' ? [{ ...token, word: '%', to: tokens[i + 1]!.to }] : [token]
  })
