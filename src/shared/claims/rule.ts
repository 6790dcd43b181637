import type { ClaimRule, ReportLanguage } from '../domain/claims'
import { isDenied, isQuestion, isQuotedFrom, isSupposed } from './guards'
import { compile, finder, type Found } from './phrase'
import type { Token } from './tokens'
import { words } from './words'

/** A rule as data. Phrases as `compile` reads them; those of every language are looked for in every text. */
export interface RuleData {
  rule: ClaimRule
  phrases: readonly string[]
  /** A phrase near which none of `phrases` claims anything. */
  unless: readonly string[]
  /** Whether saying it of a mere hypothesis claims nothing: "whether it is the same person". */
  maySuppose: boolean
  why: Readonly<Record<ReportLanguage, string>>
  /** A sentence to take instead. */
  neutral: Readonly<Record<ReportLanguage, string>>
}

export interface Rule extends RuleData {
  /** The first place in a sentence that claims; null where none does. */
  find: (tokens: readonly Token[]) => Found | null
}

/** So many words around a phrase are looked at for what makes it harmless. */
const NEAR = 10

export function ruleOf(data: RuleData): Rule {
  const phrase = finder(data.phrases.map(source => compile(source, words)))
  const harmless = finder(data.unless.map(source => compile(source, words)))
  const isHarmless = (tokens: readonly Token[], { start, end }: Found): boolean => {
    for (let at = Math.max(0, start - NEAR); at < Math.min(tokens.length, end + NEAR); at++) if (harmless(tokens, at) !== null) return true
    return false
  }
  const claims = (tokens: readonly Token[], found: Found): boolean =>
    !isDenied(tokens, found) && !(data.maySuppose && isSupposed(tokens, found)) && !isQuotedFrom(tokens, found) && !isHarmless(tokens, found)
  return {
    ...data,
    find(tokens) {
      if (isQuestion(tokens)) return null
      for (let at = 0; at < tokens.length; at++) {
        const found = phrase(tokens, at)
        if (found !== null && claims(tokens, found)) return found
      }
      return null
    }
  }
}
