/** When a phrase claims nothing: it is denied, left open, asked, or somebody else's words. */
import { isDenial } from './denial'
import type { Found } from './phrase'
import type { Token } from './tokens'

const HYPOTHESES = /^(whether|if|proposition|propositions|hypothesis|hypotheses|assuming|assumption|suppose|supposing|scenario|ob|falls|wenn|sofern|hypothese|hypothesen|annahme|angenommen|proposition|propositionen|unterstellt)$/

/** Where a denial does not reach over: what follows says something of its own. */
const TURNS = new Set('; : but however yet although though and because since so therefore thus hence while aber sondern jedoch doch und weil da denn also daher somit deshalb folglich obwohl waehrend'.split(' '))
const SUBORDINATE = new Set(['that', 'dass', 'whether', 'ob', 'if', 'wonach', 'wenn', 'to'])
const RELATIVES = new Set(['who', 'which', 'whose', 'when', 'where', 'der', 'welcher', 'welche'])

/** Whether it is denied before ("cannot be called ...") or behind ("... nicht belegt"). */
export const isDenied = (tokens: readonly Token[], found: Found): boolean => isDeniedBefore(tokens, found) || isDeniedBehind(tokens, found)

function isDeniedBefore(tokens: readonly Token[], { start }: Found): boolean {
  for (let at = start - 1; at >= 0 && isOneClause(tokens, at); at--) if (isDenial(tokens, at)) return true
  return false
}

function isDeniedBehind(tokens: readonly Token[], { end }: Found): boolean {
  for (let at = end; at < Math.min(tokens.length, end + 8); at++) {
    const { word } = tokens[at]!
    if (word === ',' || word === ';' || word === '(' || TURNS.has(word) || RELATIVES.has(word)) return false
    if (isDenial(tokens, at)) return true
  }
  return false
}

/** Whether what stands at `at` still belongs to what follows it. */
function isOneClause(tokens: readonly Token[], at: number): boolean {
  const { word } = tokens[at]!
  if (word === ',') return SUBORDINATE.has(tokens[at + 1]?.word ?? '')
  return !TURNS.has(word)
}

/** Whether it is only supposed: "whether", "the proposition that", "falls". */
export function isSupposed(tokens: readonly Token[], { start, end }: Found): boolean {
  for (let at = start - 1; at >= 0 && tokens[at]!.word !== ';' && !isConsequence(tokens[at]!.word); at--) if (HYPOTHESES.test(tokens[at]!.word)) return true
  return tokens.slice(end, end + 3).some(({ word }) => /^(proposition|hypothesis|hypothese)$/.test(word))
}

const isConsequence = (word: string): boolean => /^(therefore|thus|hence|so|daher|somit|also|folglich|deshalb|damit|but|aber)$/.test(word)

const ATTRIBUTIONS = /^(request|requests|requested|ask|asks|asked|question|questions|order|orders|letter|wrote|writes|states|stated|quoted|according|auftrag|auftrags|ersuchen|frage|fragestellung|schreiben|laut|beschluss|anfrage|zitat|schreibt|schrieb)$/

/** Whether the words are quoted, and the sentence says from where. */
export const isQuotedFrom = (tokens: readonly Token[], { start, end }: Found): boolean =>
  tokens.slice(start, end).every(({ quoted }) => quoted) && tokens.some(({ word, quoted }) => !quoted && ATTRIBUTIONS.test(word))

/** A question claims nothing. */
export const isQuestion = (tokens: readonly Token[]): boolean => tokens.at(-1)?.word === '?'
