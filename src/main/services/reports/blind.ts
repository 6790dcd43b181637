import type { AuditRow } from '../../../shared/domain/audit'
import type { CaseComparison } from '../../../shared/domain/caseComparison'
import type { ReportLanguage } from '../../../shared/domain/claims'
import type { Library } from '../../cases/library'
import { seenRows, withholdingOf } from '../sight'

/** Why score and findings of a comparison are withheld from the present examiner; null where nothing is. */
export const withheldFrom = (library: Library, { id }: Pick<CaseComparison, 'id'>, language: ReportLanguage = 'en'): string | null => withholdingOf(library, id, language)?.reason ?? null

/** The rows of the log that say nothing of what is withheld: a row without its details could not be checked against its hash. */
export function openRows(library: Library, rows: readonly AuditRow[]): AuditRow[] {
  const seen = seenRows(library, rows)
  return rows.filter((row, i) => row === seen[i])
}
