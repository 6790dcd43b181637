/**
 * Formatting characters that change how others are read or can't be seen, private use, and what is no character: never set
 * as they are. Joiners stay, because Arabic and Persian names are spelt with them.
 */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}]|(?![\u200c\u200d])\p{Cf}/u

/** A base with the marks on it and what is joined to it: set from one font or not at all. */
const LETTERS = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * A text of which every character can be shown: others stand as [U+1F600]. Tabs become spaces; all kinds of line ends "\n".
 *
 * @param shows whether one font has all of these code points
 */
export function readable(text: string, shows: (codes: readonly number[]) => boolean): string {
  const plain = text.replace(/\r\n|[\r\u0085\u2028\u2029]/g, '\n').replace(/\t/g, '    ')
  if (/^[\n\u0020-\u007e]*$/.test(plain)) return plain
  return Array.from(LETTERS.segment(plain), ({ segment }) => letter(segment, shows)).join('')
}

function letter(segment: string, shows: (codes: readonly number[]) => boolean): string {
  if (segment === '\n') return segment
  const parts = [...segment]
  const isShown = (part: string): boolean => !UNSEEN.test(part) && shows([part.codePointAt(0)!])
  // A mark or joiner without a base would be set on whatever comes before it.
  const stands = !/^[\p{M}\u200c\u200d]/u.test(segment)
  if (stands && parts.every(isShown) && shows(parts.map(part => part.codePointAt(0)!))) return segment
  return parts.map((part, i) => (i === 0 && stands && isShown(part) ? part : escaped(part))).join('')
}

const escaped = (part: string): string => `[U+${part.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`

/** The same for every string inside plain data. */
export function readableAll<T>(data: T, readable: (text: string) => string): T {
  if (typeof data === 'string') return readable(data) as T
  if (Array.isArray(data)) return data.map(part => readableAll<unknown>(part, readable)) as T
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, readableAll<unknown>(value, readable)])) as T
}
