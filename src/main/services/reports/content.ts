import type { AuditRow } from '../../../shared/domain/audit'
import type { ReportLanguage } from '../../../shared/domain/claims'
import type { Report, ReportExhibit } from '../../../shared/domain/report'
import { usageError } from '../../../shared/errors'
import type { Library } from '../../cases/library'
import { refuseSecondOf } from '../sight'
import { openRows } from './blind'
import { storedComparison, type StoredComparison } from './comparisons'
import { reportExhibit } from './exhibits'
import { pagesOf, scopeOf, type Scope } from './scope'

/** What a library says of a case at one moment, before anything is computed again. */
export interface Content {
  case: NonNullable<Report['case']>
  exhibits: ReportExhibit[]
  comparisons: StoredComparison[]
  scope: Scope
  /** The case's rows of the log, but for what is withheld. */
  rows: AuditRow[]
  rowsWithheld: number
  /** The last row of the log. */
  seen: number
}

/**
 * Nothing is awaited in here, so that all is of one moment.
 * @throws VidimusError `case.unknown`, `comparison.unknown`, `report.other-case`, `report.blocked`, `comparison.blind` (usage)
 */
export function readContent(library: Library, caseId: string, ids: readonly string[] | null, language: ReportLanguage, checkedAt: string): Content {
  refuseSecondOf(library, caseId, ids)
  const scope = scopeOf(library, caseId, ids)
  refuseBlocked(scope.blocks)
  const { id, number, title, purpose, examiner, status, notes, tags, blindFirst, created } = scope.case
  const all = pagesOf(page => library.read.audit({ case: caseId, newestFirst: false, ...page }))
  const rows = openRows(library, all)
  return {
    case: { id, number, title, purpose, examiner, status, notes, tags, blindFirst, created },
    exhibits: scope.exhibits.map(exhibit => reportExhibit(exhibit, checkedAt, language)),
    comparisons: scope.comparisons.map(comparison => storedComparison(library, comparison, blindFirst)),
    scope,
    rows,
    rowsWithheld: all.length - rows.length,
    seen: library.read.auditLength()
  }
}

export function refuseBlocked(blocks: readonly string[]): void {
  if (blocks.length > 0) throw usageError('report.blocked', `The report can't be made. ${blocks.join(' ')}`, { blocks })
}
