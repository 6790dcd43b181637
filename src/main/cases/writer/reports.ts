import type { PackageManifest } from '../../../shared/domain/casePackage'
import type { ReportRow } from '../../../shared/domain/report'
import { usageError } from '../../../shared/errors'
import type { ImportedLog } from '../reader/reports'
import type { Writing } from './writing'

/** A report whose files lie in the library's folder already, beside `libraryPaths(folder).reports`/<id>. */
export interface NewReport extends Omit<ReportRow, 'number'> {
  /** The last row of the log when what the report says was read. */
  seen: number
}

export type NewImportedLog = Omit<ImportedLog, 'at' | 'manifest'> & { manifest: PackageManifest }

/** What may happen in a case while a report is being made without changing anything that it says. */
const LOOKING = [
  'case.begun', 'case.ended', 'case.interrupted', 'case.comparisons-delivered', 'evidence.verified', 'evidence.checked', 'records.verified', 'claim.overridden', 'report.created', 'report.delivered', 'report.exported',
  'package.begun', 'package.exported', 'package.failed'
]

export const reportWrites = ({ db, read, write, nextNumber }: Writing) => {
  const refuseChanged = ({ case: caseId, seen }: NewReport): void => {
    const since = db.get<{ action: string; who: string; at: string }>(
      `SELECT action, who, at FROM audit WHERE caseId = ? AND sequence > ? AND action NOT IN (${LOOKING.map(() => '?').join(', ')}) ORDER BY sequence LIMIT 1`, caseId, seen, ...LOOKING)
    if (since) throw usageError('report.stale', `The case was changed while the report was being made (${since.action} by ${since.who} at ${since.at}): nothing was signed. Look at the change, then sign again.`)
  }

  const lock = ({ id, number, by, created }: ReportRow, comparisons: ReportRow['comparisons'], log: Parameters<Parameters<Writing['write']>[1]>[0]): void => {
    for (const { id: comparison, number: ofCase, version } of comparisons) {
      const stored = read.comparison(comparison)
      if (stored.version !== version) throw usageError('report.stale', `C-${ofCase} is at version ${stored.version} now, and the report says ${version}: nothing was signed.`)
      db.run('UPDATE comparisons SET lockedAt = ?, lockedBy = ?, lockedReport = ?, revision = revision + 1 WHERE id = ?', created, by, id, comparison)
      log({ action: 'comparison.locked', case: stored.case, object: comparison, details: { number: `C-${ofCase}`, version, report: `R-${number}`, reportId: id, at: created, by } })
    }
  }

  return {
    /**
     * Keeps a report under the next number of its case. A signed one locks its comparisons in the same transaction; one that is
     * locked already (unchanged since an earlier signature) is locked by the newer report then.
     * @throws VidimusError `case.unknown`, `comparison.unknown`, `report.stale` (usage) for a signed one whose case was changed after `seen`
     */
    addReport: (report: NewReport): ReportRow =>
      write('report', log => {
        const { id, case: caseId, created, by, state, language, comparisons, pages, files, signing } = report
        read.case(caseId)
        if (state === 'signed') refuseChanged(report)
        const number = nextNumber(caseId, 'report')
        db.run(
          'INSERT INTO reports (id, caseId, number, created, author, state, language, comparisons, pages, files, signing) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
          id, caseId, number, created, by, state, language, JSON.stringify(comparisons), pages, JSON.stringify(files), signing && JSON.stringify(signing)
        )
        const details = { number: `R-${number}`, created, language, comparisons: comparisons.map(({ number, version }) => ({ number: `C-${number}`, version })), pages, files, signing }
        log({ action: state === 'signed' ? 'report.signed' : 'report.created', case: caseId, object: id, details, ...(state === 'draft' && { looking: true }) })
        if (state === 'signed') lock({ ...report, number }, comparisons, log)
        return read.report(id)
      }),

    /** Keeps the log that a package brought. The import itself is logged by who imports. */
    addImportedLog: ({ case: caseId, packageSha256, manifest, rows, idMap }: NewImportedLog): void =>
      write('case', (_log, now) =>
        db.run('INSERT INTO importedLogs (caseId, at, packageSha256, manifest, rows, idMap) VALUES (?, ?, ?, ?, ?, ?)', caseId, now, packageSha256, JSON.stringify(manifest), rows, JSON.stringify(idMap))
      )
  }
}
