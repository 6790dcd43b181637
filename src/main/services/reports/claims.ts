import type { ClaimFinding, ClaimOverride, OverriddenClaim } from '../../../shared/domain/claims'
import { usageError } from '../../../shared/errors'


/**
 * The claims that an examiner lets stand, each with the reason.
 * @throws VidimusError `report.claims` (usage) with those for which none was given in the detail
 */
export function overriddenClaims(findings: readonly ClaimFinding[], overrides: readonly ClaimOverride[], by: string, at: string): OverriddenClaim[] {
  const reasons = new Map(overrides.map(({ key, reason }) => [key, reason]))
  const open = findings.filter(({ key }) => !reasons.has(key))
  if (open.length > 0) {
    const first = open.slice(0, 3).map(({ where, sentence }) => `${where}: \u201c${sentence}\u201d`)
    throw usageError('report.claims', `${open.length === 1 ? 'A sentence claims' : `${open.length} sentences claim`} what a comparison can\u2019t show. ${first.join('; ')}${open.length > 3 ? ' ...' : ''}. Reword them, or give a reason to let each stand.`, { claims: open })
  }
  return findings.map(finding => ({ ...finding, reason: reasons.get(finding.key)!, by, at }))
}
