import type { AuditVerdict } from '../../../shared/domain/audit'
import type { ReportLanguage } from '../../../shared/domain/claims'
import { recorded } from '../../../shared/domain/recorded'
import type { ReportExhibit } from '../../../shared/domain/report'
import { limitText } from './texts'

export interface ReportContext {
  laboratory: string
  exhibits: readonly ReportExhibit[]
  /** Exhibits whose bytes once failed a verification, with when that was. */
  failedBefore: readonly { label: string; at: string }[]
  verdict: AuditVerdict
  /** Numbers of the logs that the case came in with and that are not what the import put on record. */
  importedAltered: readonly number[]
  /** Rows of the case's log that the report must not show. */
  rowsWithheld: number
  /** How many of the case's comparisons are in the report. */
  count: number
  all: number
  /** Why what was read is not the library itself. */
  copied: string | null
}

/** What holds for the whole report. */
export function limitsOfReport(context: ReportContext, language: ReportLanguage): string[] {
  const say = limitText.bind(null, language)
  const { laboratory, exhibits, failedBefore, verdict, importedAltered, rowsWithheld, count, all, copied } = context
  return [
    ...(count < all ? [say('part', { count, all })] : []),
    ...(laboratory === '' ? [say('noLaboratory')] : []),
    ...(verdict.broken === null ? [] : [say('logBroken', { row: verdict.broken.sequence, reason: recorded(verdict.broken.reason, language) })]),
    ...importedAltered.map(log => say('importedAltered', { log })),
    ...(rowsWithheld === 0 ? [] : [say('rowsWithheld', { count: rowsWithheld })]),
    ...exhibits.flatMap(exhibit => gapsOfExhibit(exhibit, language)),
    ...failedBefore.map(({ label, at }) => say('failedBefore', { exhibit: label, at })),
    ...(copied === null ? [] : [say('copied', { reason: copied.split('; ').map(part => recorded(part, language)).join('; ') })])
  ]
}

/** What is not known of where an exhibit came from. */
export function gapsOfExhibit({ label, source, receivedFrom, receivedAt }: ReportExhibit, language: ReportLanguage): string[] {
  const missing = [...(source === '' ? ['missingSource' as const] : []), ...(receivedFrom === '' ? ['missingFrom' as const] : []), ...(receivedAt === null ? ['missingAt' as const] : [])]
  return missing.length === 0 ? [] : [limitText(language, 'provenance', { exhibit: label, missing: missing.map(key => limitText(language, key)).join(', ') })]
}
