import { inputError } from '../../shared/errors'
import type { RecordsVerdict } from '../../shared/domain/recordCheck'
import type { AuditRow } from '../../shared/domain/audit'
import { PackageManifest } from '../../shared/domain/casePackage'
import type { Library } from '../cases/library'
import type { RecordDifference } from '../evidence/records/compare'
import { checkRecords } from '../evidence/recordCheck'
import { alteredLogs, importedRows } from './importedLogs'
import type { VerifyJob } from './verifyLibrary'

/** A verdict with the comparison that each difference belongs to, for whoever must withhold some. */
export interface RecordsFinding extends RecordsVerdict {
  differences: (RecordsVerdict['differences'][number] & Pick<RecordDifference, 'comparison'>)[]
}

/** So many names are kept in the log's own row. */
const LOGGED = 100

/**
 * Compares every record of all cases, or of one, with what the log says was written. What was found is a row of the log itself,
 * in a library that is open for writing. Whether the log is sound is for verifyAudit to say.
 *
 * @throws VidimusError `case.unknown` (usage), `audit.broken` (input) for a row that can't be read
 */
export async function verifyRecords(library: Library, caseId: string | null, { report, signal }: VerifyJob): Promise<RecordsFinding> {
  const ids = caseId === null ? library.read.caseIds() : [library.read.case(caseId).id]
  const finding: RecordsFinding = { ok: true, checked: 0, differences: [], unbound: 0, cancelled: false }
  for (const [done, id] of ids.entries()) {
    finding.cancelled = signal.aborted
    if (finding.cancelled) break
    report({ step: `Case ${library.read.case(id).number}`, done, total: ids.length })
    add(finding, library, id)
    await new Promise(resolve => setImmediate(resolve))
  }
  finding.ok = finding.differences.length === 0
  if (!finding.cancelled) record(library, caseId, finding)
  return finding
}

function add(finding: RecordsFinding, library: Library, id: string): void {
  const listed = new Map(library.read.listedResults(id).map(({ id: comparison, ...result }) => [comparison, result]))
  const { checked, differences, unbound } = checkRecords({ stored: library.read.storedCase(id), listed, ...logOf(library, id) })
  finding.differences.push(...alteredLogs(library, id).map(number => ({ case: id, what: `log ${number} of the package`, message: `log ${number} that came with the package: it is not the one that the import put on record`, comparison: null })))
  finding.checked += checked
  finding.unbound += unbound
  finding.differences.push(...differences.map(difference => ({ case: id, ...difference })))
}

/** A case's rows; before them, for one that came in with a package, those of the libraries that it came from. */
function logOf({ read }: Library, id: string): { rows: AuditRow[]; only: string[] | null; whole: boolean } {
  const local = read.auditOfCase(id).map(row => ({ ...row, details: detailsOf(row) }))
  const imported = read.importedLogs(id).map(log => ({ manifest: PackageManifest.parse(JSON.parse(log.manifest)), rows: importedRows(log, log.idMap), idMap: log.idMap }))
  const parts = imported.filter(({ manifest }) => !manifest.whole)
  if (parts.length === 0) return { rows: [...imported.flatMap(({ rows }) => rows), ...local], only: null, whole: true }
  const created = local.filter(({ action }) => action === 'comparison.created').map(({ object }) => object!)
  const { manifest, idMap } = parts.at(-1)!
  return { rows: [...imported.flatMap(({ rows }) => rows), ...local], only: [...manifest.comparisons.map(comparison => idMap[comparison] ?? comparison), ...created], whole: false }
}

function detailsOf({ sequence, details }: { sequence: number; details: string }): AuditRow['details'] {
  try {
    return JSON.parse(details) as AuditRow['details']
  } catch (cause) {
    throw inputError('audit.broken', `Row ${sequence} of the log can\u2019t be read, so nothing can be compared with it. Verify the log first.`, { cause })
  }
}

function record(library: Library, caseId: string | null, { ok, checked, unbound, differences }: RecordsFinding): void {
  if (library.mode === 'read') return
  const details = { checked, unbound, ...(ok ? {} : { differences: differences.slice(0, LOGGED).map(({ case: of, what }) => ({ case: of, what })) }) }
  library.write.note({ action: ok ? 'records.verified' : 'records.failed', case: caseId, object: caseId, details: caseId === null ? details : { ...details, number: library.read.case(caseId).number } })
}
