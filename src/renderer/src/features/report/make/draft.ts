import type { ClaimFinding, ClaimOverride, ReportLanguage } from '../../../../../shared/domain/claims'
import type { ReportCheck } from '../../../../../shared/domain/report'

/** A report as it is being asked for. */
export interface ReportDraft {
  /** Null: all of the case. */
  comparisons: string[] | null
  language: ReportLanguage
  signed: boolean
  passphrase: string
  /** Why a finding shall stand, by its key. */
  reasons: Readonly<Record<string, string>>
}

/** The findings of now that shall stand: reasons for sentences that were reworded since are left out. */
export const overridesOf = (claims: readonly ClaimFinding[], reasons: ReportDraft['reasons']): ClaimOverride[] =>
  claims.flatMap(({ key }) => {
    const reason = reasons[key]?.trim()
    return reason ? [{ key, reason }] : []
  })

/** Why it can't be made now, in words; null where it can. @param hasKey undefined while it is not known */
export function hindrance({ comparisons, signed, passphrase, reasons }: ReportDraft, check: ReportCheck | undefined, hasKey: boolean | undefined): string | null {
  if (comparisons?.length === 0) return 'No comparison is chosen.'
  if (!check) return 'The case is not checked yet.'
  if (check.blocks.length > 0) return 'What prevents it is named above.'
  const open = check.claims.length - overridesOf(check.claims, reasons).length
  if (open > 0) return `${open === 1 ? 'One sentence is' : `${open} sentences are`} neither reworded nor let stand with a reason.`
  if (signed && hasKey !== true) return 'Signing needs a laboratory key.'
  return signed && passphrase === '' ? 'The passphrase of the key is missing.' : null
}
