/**
 * Finds sentences that claim what a comparison can't show: the "Never claimed" list of the field's ground rules, in
 * English and German (docs/claims.md, ADR 0071). Words are compared, nothing is understood: it misses and it errs, so a
 * person may let a finding stand with a reason.
 */
import type { ClaimFinding, ReportLanguage } from '../domain/claims'
import type { Found } from './phrase'
import type { Rule } from './rule'
import { coloursAcrossPairs } from './rules/coloursAcrossPairs'
import { compliance } from './rules/compliance'
import { errorRate } from './rules/errorRate'
import { identification } from './rules/identification'
import { mapAsProof } from './rules/mapAsProof'
import { measuredDistance } from './rules/measuredDistance'
import { percentage } from './rules/percentage'
import { transposed } from './rules/transposed'
import { sentencesOf } from './sentences'
import { tokenise, type Token } from './tokens'

const RULES: readonly Rule[] = [identification, percentage, transposed, measuredDistance, mapAsProof, errorRate, compliance, coloursAcrossPairs]

/** Somebody's free text and where it stands, for people: "Conclusion of C-1, rationale". */
export interface FreeText {
  where: string
  text: string
  /**
   * `propositions`: states what is to be decided ("Q-1 and K-1 are the same person"); `request`: the words of whoever
   * ordered the examination. Neither is the examiner's claim, so that identification is not looked for in them.
   */
  as?: 'propositions' | 'request'
}

/** One finding a rule and sentence, in the order of the texts. @param language of `why` and `neutral`; both languages are looked for in every text */
export function lintClaims(texts: readonly FreeText[], language: ReportLanguage): ClaimFinding[] {
  const findings = texts.flatMap(text => lintText(text, language))
  return [...new Map(findings.map(finding => [finding.key, finding])).values()]
}

function lintText({ where, text, as }: FreeText, language: ReportLanguage): ClaimFinding[] {
  const rules = as === undefined ? RULES : RULES.filter(rule => rule !== identification)
  return sentencesOf(text).flatMap(({ text: sentence }) => {
    const readings = readingsOf(sentence)
    return rules.flatMap(rule => findingOf(rule, where, sentence, readings, language))
  })
}

function findingOf({ rule, find, why, neutral }: Rule, where: string, sentence: string, readings: readonly Token[][], language: ReportLanguage): ClaimFinding[] {
  for (const tokens of readings) {
    const found = find(tokens)
    if (found !== null) return [{ key: `${rule} | ${where} | ${sentence}`, where, rule, sentence, ...rangeOf(tokens, found), why: why[language], neutral: neutral[language] }]
  }
  return []
}

const rangeOf = (tokens: readonly Token[], { start, end }: Found): { from: number; to: number } => ({ from: tokens[start]!.from, to: tokens[end - 1]!.to })

/** Two where a hyphen at a line's end may belong to the word or not. */
const readingsOf = (sentence: string): Token[][] => {
  const parted = tokenise(sentence, false)
  return /[\n\r\u2028\u2029]/.test(sentence) ? [parted, tokenise(sentence, true)] : [parted]
}
