/**
 * The logs that a report holds, oldest first: those of the libraries that its case came from with packages, then that of the
 * library that made it. Each library vouches for the log before it: its row of the import names that log's hash.
 */
import { createHash } from 'node:crypto'
import type { AuditRow, AuditVerdict } from '../../../shared/domain/audit'
import type { PackageFault } from '../../../shared/domain/casePackage'
import type { Report, ReportImportedLog } from '../../../shared/domain/report'
import { canonicalJson } from '../../evidence/canonicalJson'
import { renameIds } from '../../evidence/renameIds'
import { checkRows, readExtract } from '../../reports/package/logExtract'

export interface ReportLog {
  /** "the log of Lab A, which came with package 0123456789ab". */
  name: string
  /** With the ids that the report has. */
  rows: AuditRow[]
  verdict: AuditVerdict
}

export interface ReportLogs {
  logs: ReportLog[]
  faults: PackageFault[]
  /** What could not be checked, in words. */
  unchecked: string[]
}

const OWN = 'the log of the library that made the report'

/** Reads and checks the logs of a report; one from before reports held those that came in has its own alone. */
export function reportLogs({ rows, imported }: NonNullable<Report['audit']>): ReportLogs {
  const before = imported ?? []
  const found: ReportLogs = { logs: [], faults: [], unchecked: [] }
  for (const [i, log] of before.entries()) {
    const name = `the log of ${log.from.laboratory || log.from.by}, which came with package ${log.package.slice(0, 12)}`
    const next = before[i + 1]?.rows ?? rows
    found.logs.push({ name, rows: log.rows.map(row => renameIds(row, log.idMap)), verdict: verdictOf(log) })
    checkVoucher(found, { log, name, index: i, row: next.find(({ action }) => action === 'case.imported') })
  }
  found.logs.push({ name: OWN, rows, verdict: checkRows(rows) })
  for (const { name, verdict: { broken } } of found.logs)
    if (broken !== null) found.faults.push({ code: 'log.broken', where: `row ${broken.sequence}`, message: `The log in the report is not whole (${name}), row ${broken.sequence}: ${broken.reason}.` })
  if (imported !== undefined) checkCount(found, rows, imported.length)
  return found
}

const textOf = (rows: readonly AuditRow[]): string => rows.map(row => `${canonicalJson(row)}\n`).join('')

/** Where rows are withheld, what the others say of them would accuse nobody but the report's maker. */
const verdictOf = ({ rows, withheld, from }: ReportImportedLog): AuditVerdict => (withheld === 0 ? readExtract(textOf(rows), from.head).verdict : checkRows(rows))

/** What the row of an import says of the package that came in. */
interface ImportDetails {
  package?: unknown
  head?: unknown
  from?: { laboratory?: unknown; by?: unknown; program?: unknown }
  logs?: unknown
}

interface Voucher {
  log: ReportImportedLog
  name: string
  index: number
  /** Of the import, in the next log. */
  row: AuditRow | undefined
}

function checkVoucher({ faults, unchecked }: ReportLogs, { log, name, index, row }: Voucher): void {
  const { package: sha256, head, from, logs } = (row?.details ?? {}) as ImportDetails
  if (row === undefined || !Array.isArray(logs)) return void unchecked.push(`No row of an import in the report vouches for ${name}: it was taken out.`)
  const told = { package: sha256, head, laboratory: from?.laboratory, by: from?.by, program: from?.program }
  const { laboratory, by, program, head: last } = log.from
  if (canonicalJson(told) !== canonicalJson({ package: log.package, head: last, laboratory, by, program }))
    faults.push({ code: 'log.altered', where: name, message: `What the report says of ${name} (package, library, who packed it, last row) is not what row ${row.sequence} of the next log put on record.` })
  if (log.withheld > 0) return void unchecked.push(`${log.withheld} ${log.withheld === 1 ? 'row of' : 'rows of'} ${name} ${log.withheld === 1 ? 'is' : 'are'} withheld from who made the report, so it can't be compared with the hash that row ${row.sequence} put on record. Verify the package of the case instead.`)
  const hash = createHash('sha256').update(textOf(log.rows)).digest('hex')
  if (hash !== logs[index]) faults.push({ code: 'log.altered', where: name, message: `${name.replace(/^t/, 'T')} has SHA-256 ${hash} in the report, and row ${row.sequence} of the next log put ${String(logs[index])} on record: rows were changed or taken out.` })
}

/** A log that was taken out with its whole entry. */
function checkCount({ faults }: ReportLogs, rows: readonly AuditRow[], held: number): void {
  const row = rows.find(({ action }) => action === 'case.imported')
  const logs = row?.details['logs']
  if (Array.isArray(logs) && logs.length !== held)
    faults.push({ code: 'log.missing', where: 'audit', message: `By row ${row!.sequence} of the log the case came in with ${logs.length} ${logs.length === 1 ? 'log' : 'logs'} of other libraries, and the report holds ${held}.` })
}
