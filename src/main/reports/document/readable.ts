/**
 * Formatting characters that change how others are read or can't be seen, private use, and what is no character: never set
 * as they are. Joiners stay, because Arabic and Persian names are spelt with them.
 */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}]|(?![\u200c\u200d])\p{Cf}/u

/**
 * A text of which every character can be shown: others stand as [U+1F600]. Tabs become spaces; all kinds of line ends "\n".
 *
 * @param shows whether a font has the code point
 */
export const readable = (text: string, shows: (code: number) => boolean): string =>
  Array.from(text.replace(/\r\n|[\r\u0085\u2028\u2029]/g, '\n').replace(/\t/g, '    '), letter => (letter === '\n' || (!UNSEEN.test(letter) && shows(letter.codePointAt(0)!)) ? letter : escaped(letter))).join('')

const escaped = (letter: string): string => `[U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`

/** The same for every string inside plain data. */
export function readableAll<T>(data: T, readable: (text: string) => string): T {
  if (typeof data === 'string') return readable(data) as T
  if (Array.isArray(data)) return data.map(part => readableAll<unknown>(part, readable)) as T
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, readableAll<unknown>(value, readable)])) as T
}
