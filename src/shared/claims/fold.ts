/** How characters that look alike are read as one: "Pеrson" with a Cyrillic е, "ﬁ", "Ü", full-width letters. */

/** Cyrillic and Greek letters that can't be told from Latin ones on paper, lower case. */
const LOOK_ALIKES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({ a: '\u0430\u03b1', b: '\u0432\u03b2', c: '\u0441\u03f2', d: '\u0501', e: '\u0435\u03b5', g: '\u0261', h: '\u043d\u04bb', i: '\u0456\u03b9\u0131', j: '\u0458', k: '\u043a\u03ba', l: '\u04cf\u217c', m: '\u043c', n: '\u03b7', o: '\u043e\u03bf', p: '\u0440\u03c1', q: '\u051b', r: '\u0433', s: '\u0455', t: '\u0442\u03c4', u: '\u03c5', v: '\u03bd\u0475', w: '\u051d\u03c9', x: '\u0445\u03c7', y: '\u0443\u04af\u03b3', z: '\u03b6' })
    .flatMap(([latin, others]) => [...others].map(other => [other, latin]))
)

const UMLAUTS: Readonly<Record<string, string>> = { '\u00e4': 'ae', '\u00f6': 'oe', '\u00fc': 'ue', '\u00df': 'ss', '\u00e6': 'ae', '\u0153': 'oe', '\u00f8': 'o', '\u0142': 'l' }

const DIAERESIS = '\u0308'

/** One character as it is compared: lower case, Latin, without accents; empty for what is not seen. @param before what the character before it gave */
export function fold(character: string, before: string): string {
  if (character < '\u0080') return character.toLowerCase()
  if (character === DIAERESIS) return /[aou]$/.test(before) ? 'e' : ''
  if (/^[\p{M}\p{Cf}]/u.test(character)) return ''
  return Array.from(character.normalize('NFKC').toLowerCase(), foldOne).join('')
}

const foldOne = (character: string): string => UMLAUTS[character] ?? LOOK_ALIKES[character] ?? character.normalize('NFD').replace(/\p{M}+/gu, '')
