import { isDenial } from './denial'
import type { Token } from './tokens'

/**
 * A phrase as data. Its words stand in order, with one space between:
 *   same|identical   one of these          identif*   any word that begins so      *mal   any word that ends so
 *   [very|most]      may stand there       ..3        up to three words between    {person}   a list of words.ts
 *   #  a number      #<0.1  #>1000  a number below or above      %  "%" or "percent"
 * Words are written as `fold` gives them: lower case, ae oe ue ss, no hyphens and no apostrophes.
 */
export interface Phrase {
  items: readonly Item[]
}

interface Item {
  /** Up to so many words of any kind; 0 for a word that is tested. */
  gap: number
  optional: boolean
  test: (token: Token) => boolean
  /** First characters of the words that may fit; null: any. */
  firsts: readonly string[] | null
}

const isEnd = ({ word }: Token): boolean => word === ';' || word === '.' || word === '!' || word === '?' || word === '\u2026'

/** @throws Error for a list that is not known: a mistake in a rule */
export function compile(source: string, lists: Readonly<Record<string, string>>): Phrase {
  const whole = source.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (!Object.hasOwn(lists, name)) throw new Error(`the phrase "${source}" names a list {${name}} that is not known`)
    return lists[name]!
  })
  return { items: whole.split(' ').map(itemOf) }
}

function itemOf(source: string): Item {
  const gap = /^\.\.(\d)$/.exec(source)
  if (gap) return { gap: Number(gap[1]), optional: true, test: () => false, firsts: null }
  const optional = source.startsWith('[')
  const alternatives = source.replace(/^\[|\]$/g, '').split('|')
  const exact = new Set(alternatives.filter(word => !/[*#%]/.test(word)))
  const others = alternatives.filter(word => /[*#%]/.test(word)).map(pattern)
  return { gap: 0, optional, test: token => exact.has(token.word) || others.some(test => test(token)), firsts: firstsOf(alternatives) }
}

function pattern(source: string): (token: Token) => boolean {
  if (source === '%') return ({ word }) => word === '%' || word === '\u2030' || word.startsWith('prozent') || word === 'percent' || word === 'pct'
  if (source.startsWith('#')) return numberTest(source)
  if (source.startsWith('*')) return ({ word }) => word.endsWith(source.slice(1))
  return ({ word }) => word.startsWith(source.slice(0, -1))
}

const NUMBER_WORDS = /^(hundred|ninety|eighty|seventy|sixty|fifty|thousand|million|hundert|neunzig|\w*undneunzig|achtzig|\w*undachtzig|siebzig|tausend)$/

function numberTest(source: string): (token: Token) => boolean {
  const limit = Number(source.slice(2))
  if (source[1] === '<') return ({ number }) => number !== null && number < limit
  if (source[1] === '>') return ({ number }) => number !== null && number > limit
  return ({ number, word }) => number !== null || NUMBER_WORDS.test(word)
}

const firstsOf = (alternatives: readonly string[]): readonly string[] | null =>
  alternatives.some(word => /^[*#%]/.test(word)) ? null : [...new Set(alternatives.map(word => word[0]!))]

/** The index behind the last token of the phrase that begins at `start`, as early as can be; null where it does not. */
export function matchAt({ items }: Phrase, tokens: readonly Token[], start: number): number | null {
  // All places the phrase can have come to: never more than its gaps add up to, so that the time is bounded.
  let places = new Set([start])
  for (const item of items) {
    const next = new Set<number>()
    for (const place of places) step(item, tokens, place, next)
    if (next.size === 0) return null
    places = next
  }
  return Math.min(...places)
}

function step({ gap, optional, test }: Item, tokens: readonly Token[], place: number, next: Set<number>): void {
  if (optional) next.add(place)
  for (let more = 1; more <= gap; more++) {
    const token = tokens[place + more - 1]
    // No phrase reaches over a denial, or what ends a statement.
    if (token === undefined || isEnd(token) || isDenial(tokens, place + more - 1)) return
    next.add(place + more)
  }
  const token = tokens[place]
  if (gap === 0 && token !== undefined && test(token)) next.add(place + 1)
}

export interface Found {
  /** Indexes of tokens. */
  start: number
  end: number
}

/** A finder of the places of many phrases, looked up by the first character of their first word. */
export function finder(phrases: readonly Phrase[]): (tokens: readonly Token[], start: number) => Found | null {
  const any = phrases.filter(({ items }) => items[0]!.firsts === null)
  const byFirst = new Map<string, Phrase[]>()
  for (const phrase of phrases)
    for (const first of phrase.items[0]!.firsts ?? []) byFirst.set(first, [...(byFirst.get(first) ?? []), phrase])
  return (tokens, start) => {
    const candidates = [...(byFirst.get(tokens[start]!.word[0] ?? '') ?? []), ...any]
    for (const phrase of candidates) {
      const end = matchAt(phrase, tokens, start)
      if (end !== null) return { start, end }
    }
    return null
  }
}
