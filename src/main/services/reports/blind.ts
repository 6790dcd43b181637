import type { AuditRow } from '../../../shared/domain/audit'
import type { CaseComparison } from '../../../shared/domain/caseComparison'
import type { Library } from '../../cases/library'
import { withholdingOf } from '../sight'

/** Why score and findings of a comparison are withheld from the present examiner; null where nothing is. */
export const withheldFrom = (library: Library, { id }: Pick<CaseComparison, 'id'>): string | null => withholdingOf(library, id)?.reason ?? null

/** Whether a row of the log says what is withheld. */
export const isWithheldRow = (_row: AuditRow): boolean => false
