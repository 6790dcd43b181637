import type { AuditRow } from '../../../shared/domain/audit'
import type { ReportLanguage } from '../../../shared/domain/claims'
import type { PackageManifest } from '../../../shared/domain/casePackage'
import type { Report, ReportExhibit, ReportImportedLog } from '../../../shared/domain/report'
import { usageError } from '../../../shared/errors'
import type { Library } from '../../cases/library'
import type { ImportedLog } from '../../cases/reader/reports'
import { alteredLogs, importedRows } from '../importedLogs'
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
  /** The logs that the case came in with, oldest first, but for what is withheld. */
  imported: ReportImportedLog[]
  /** Numbers, from 1, of those that are not what the import put on record. */
  importedAltered: number[]
  /** Of all logs. */
  rowsWithheld: number
  /** The last row of the log. */
  seen: number
}

/**
 * Nothing is awaited in here, so that all is of one moment.
 * @throws VidimusError `case.unknown`, `comparison.unknown`, `report.other-case`, `report.blocked`, `comparison.blind` (usage), `audit.broken` (input)
 */
export function readContent(library: Library, caseId: string, ids: readonly string[] | null, language: ReportLanguage, checkedAt: string): Content {
  refuseSecondOf(library, caseId, ids)
  const scope = scopeOf(library, caseId, ids)
  refuseBlocked(scope.blocks)
  const { id, number, title, purpose, examiner, status, notes, tags, blindFirst, created } = scope.case
  const all = pagesOf(page => library.read.audit({ case: caseId, newestFirst: false, ...page }))
  const rows = openRows(library, all)
  const imported = library.read.importedLogs(caseId).map(log => importedLog(library, log))
  return {
    case: { id, number, title, purpose, examiner, status, notes, tags, blindFirst, created },
    exhibits: scope.exhibits.map(exhibit => reportExhibit(exhibit, checkedAt, language)),
    comparisons: scope.comparisons.map(comparison => storedComparison(library, comparison, blindFirst, language)),
    scope,
    rows,
    imported,
    importedAltered: alteredLogs(library, caseId),
    rowsWithheld: all.length - rows.length + imported.reduce((sum, { withheld }) => sum + withheld, 0),
    seen: library.read.auditLength()
  }
}

/** What is withheld is told by the ids here; what is kept stays as it came in, so that its hashes can be checked. */
function importedLog(library: Library, log: ImportedLog): ReportImportedLog {
  const here = importedRows(log, log.idMap)
  const open = new Set(openRows(library, here))
  const rows = importedRows(log).filter((_row, i) => open.has(here[i]!))
  const { laboratory, by, program, created, head } = JSON.parse(log.manifest) as PackageManifest
  return { package: log.packageSha256, from: { laboratory, by, program, created, head }, rows, withheld: here.length - rows.length, idMap: { ...log.idMap } }
}

export function refuseBlocked(blocks: readonly string[]): void {
  if (blocks.length > 0) throw usageError('report.blocked', `The report can't be made. ${blocks.join(' ')}`, { blocks })
}
