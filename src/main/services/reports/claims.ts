import { lintClaims } from '../../../shared/claims/lint'
import type { ClaimFinding, ClaimOverride, OverriddenClaim, ReportLanguage } from '../../../shared/domain/claims'
import { usageError } from '../../../shared/errors'
import type { Library } from '../../cases/library'
import { readContent, type Content } from './content'
import { freeTexts } from './freeTexts'

export interface ClaimsRequest {
  language: ReportLanguage
  overrides: readonly ClaimOverride[]
  /** Who lets them stand, and when. */
  by: string
  at: string
}

/** Sentences in a report that claim what a comparison can't show. */
export const claimsIn = (content: Content, language: ReportLanguage): ClaimFinding[] => lintClaims(freeTexts(content, language), language)

/** The same for what a library holds now. @throws VidimusError as `readContent` */
export const unmendedClaims = (library: Library, { case: caseId, comparisons }: { case: string; comparisons: readonly string[] | null }, language: ReportLanguage): ClaimFinding[] =>
  claimsIn(readContent(library, caseId, comparisons, language, new Date().toISOString()), language)

/**
 * The claims that an examiner lets stand, each with the reason.
 * @throws VidimusError `report.claims` (usage) with those for which none was given in the detail
 */
export function overriddenClaims(content: Content, { language, overrides, by, at }: ClaimsRequest): OverriddenClaim[] {
  const findings = claimsIn(content, language)
  const reasons = new Map(overrides.map(({ key, reason }) => [key, reason]))
  const open = findings.filter(({ key }) => !reasons.has(key))
  if (open.length > 0) {
    const first = open.slice(0, 3).map(({ where, sentence }) => `${where}: \u201c${sentence}\u201d`)
    throw usageError('report.claims', `${open.length === 1 ? 'A sentence claims' : `${open.length} sentences claim`} what a comparison can\u2019t show. ${first.join('; ')}${open.length > 3 ? ' ...' : ''}. Reword them, or give a reason to let each stand.`, { claims: open })
  }
  return findings.map(finding => ({ ...finding, reason: reasons.get(finding.key)!, by, at }))
}
