import type { ReportRow } from '../../../shared/domain/report'
import type { Database } from '../database'
import { parsed, parsedOrNull } from './json'
import { known } from './unknown'

type StoredReport = Omit<ReportRow, 'comparisons' | 'files' | 'signing'> & { comparisons: string; files: string; signing: string | null }

/** The log that a case package brought, of the library that the case came from. */
export interface ImportedLog {
  case: string
  at: string
  packageSha256: string
  /** PackageManifest, as JSON text. */
  manifest: string
  /** The rows as JSON, one a line, with the ids that they had there. */
  rows: string
  /** Ids there and ids here; empty where they are the same. */
  idMap: Readonly<Record<string, string>>
}
type StoredLog = Omit<ImportedLog, 'idMap'> & { idMap: string }

const COLUMNS = 'id, caseId AS "case", number, created, author AS "by", state, language, comparisons, pages, files, signing'

const whole = ({ comparisons, files, signing, ...row }: StoredReport): ReportRow => ({
  ...row,
  comparisons: parsed<ReportRow['comparisons']>(comparisons),
  files: parsed<ReportRow['files']>(files),
  signing: parsedOrNull<NonNullable<ReportRow['signing']>>(signing)
})

export const reportReads = (db: Database) => ({
  /** @throws VidimusError `report.unknown` (usage) */
  report: (id: string): ReportRow => whole(known(db.get<StoredReport>(`SELECT ${COLUMNS} FROM reports WHERE id = ?`, id), 'report', id)),

  /** Whether a report has this id, in whatever case. */
  hasReport: (id: string): boolean => db.get('SELECT 1 FROM reports WHERE id = ?', id) !== undefined,

  /** The reports of a case, newest first. */
  reports: ({ case: caseId, limit, offset }: { case: string; limit: number; offset: number }): { total: number; rows: ReportRow[] } => ({
    total: db.get<{ n: number }>('SELECT COUNT(*) AS n FROM reports WHERE caseId = ?', caseId)!.n,
    rows: db.all<StoredReport>(`SELECT ${COLUMNS} FROM reports WHERE caseId = ? ORDER BY number DESC LIMIT ? OFFSET ?`, caseId, limit, offset).map(whole)
  }),

  /** The logs that came in with packages of a case, oldest first. */
  importedLogs: (caseId: string): ImportedLog[] =>
    db
      .all<StoredLog>('SELECT caseId AS "case", at, packageSha256, manifest, rows, idMap FROM importedLogs WHERE caseId = ? ORDER BY row', caseId)
      .map(({ idMap, ...row }) => ({ ...row, idMap: parsed<Record<string, string>>(idMap) }))
})
