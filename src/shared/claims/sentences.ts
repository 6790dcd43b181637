export interface Sentence {
  text: string
  /** Where it begins in the whole text, in UTF-16 units. */
  from: number
}

/** Words that a full stop belongs to, lower case, without it. */
const ABBREVIATIONS = new Set(
  ('dr prof mr mrs ms st no nr nos fig figs p pp para art sec vol approx ca cf etc vs al ed e.g i.e eg ie resp inc ltd ' +
    'bzw usw vgl abs abb bl s ff str tel hr fr hrn evtl ggf inkl max min bspw sog u.a z.b d.h i.d.r u.u o.g st.p.o bd kap rn zit dipl ing geb jan feb apr aug sept okt nov dez oct dec').split(' ')
)
const MONTH = /^(jan|feb|m\u00e4r|mar|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[zc])/i

/**
 * The sentences of a text, in linear time: ended by . ! ? or an empty line or the next item of a list; not by the full
 * stop of an abbreviation ("Dr.", "z. B."), an initial ("A. Examiner") or a day ("3. Mai").
 */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let from = 0
  const end = (to: number): void => {
    const piece = text.slice(from, to)
    const trimmed = piece.trim()
    if (trimmed !== '') sentences.push({ text: trimmed, from: from + piece.indexOf(trimmed[0]!) })
    from = to
  }
  for (const { index, 0: mark } of text.matchAll(/[.!?\u2026]["\u201c\u201d\u00bb')\]]?(?=\s)|\r?\n[ \t]*(?=\r?\n|[-*\u2022\u2013][ \t])/g)) {
    if (index >= from && !(mark.startsWith('.') && isInside(text, index))) end(index + mark.length)
  }
  end(text.length)
  return sentences
}

/** Whether the full stop at `at` ends no sentence. */
function isInside(text: string, at: number): boolean {
  const word = /[\p{L}\p{N}.]{0,12}$/u.exec(text.slice(Math.max(0, at - 12), at))?.[0] ?? ''
  const next = /^\S{0,12}/.exec(text.slice(at + 1, at + 40).trimStart())?.[0] ?? ''
  if (/^\p{Ll}/u.test(next)) return true
  if (/^\d{1,2}$/.test(word)) return MONTH.test(next)
  return /(^|\.)\p{L}$/u.test(word) || ABBREVIATIONS.has(word.toLowerCase())
}
