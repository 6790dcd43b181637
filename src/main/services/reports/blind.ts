import type { AuditRow } from '../../../shared/domain/audit'
import type { CaseComparison } from '../../../shared/domain/caseComparison'
import type { Library } from '../../cases/library'

/** Why score and findings of a comparison are withheld from the present examiner; null where nothing is. */
export const withheldFrom = (_library: Library, { blind }: CaseComparison): string | null => (blind ? 'blind' : null)

/** Whether a row of the log says what is withheld. */
export const isWithheldRow = (_row: AuditRow): boolean => false
