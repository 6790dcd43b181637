/** The logs of other libraries that came in with a case's package, as this library keeps them. */
import { createHash } from 'node:crypto'
import { AuditRow } from '../../shared/domain/audit'
import { inputError } from '../../shared/errors'
import type { Library } from '../cases/library'
import type { ImportedLog } from '../cases/reader/reports'

const ID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g

/**
 * The rows of a log that came in, with the ids of the library that it is of, or by `idMap` with those of this one.
 * @throws VidimusError `audit.broken` (input) for a line that is no row of a log
 */
export function importedRows({ rows, packageSha256 }: Pick<ImportedLog, 'rows' | 'packageSha256'>, idMap: ImportedLog['idMap'] = {}): AuditRow[] {
  return rows
    .split('\n')
    .filter(line => line !== '')
    .map((line, i) => {
      try {
        return AuditRow.parse(JSON.parse(line.replace(ID, id => idMap[id] ?? id)))
      } catch (cause) {
        throw inputError('audit.broken', `Line ${i + 1} of the log that came with the package ${packageSha256} is no row of a log: it was changed in this library. Restore the library from a backup.`, { cause })
      }
    })
}

/** Numbers, from 1, of the logs that are not what the import put on record: they are no part of this library's chain, but its row of the import holds their hashes. */
export function alteredLogs({ read }: Pick<Library, 'read'>, caseId: string): number[] {
  const hashes = read.auditOfCase(caseId).flatMap(({ action, details }) => (action === 'case.imported' ? hashesIn(details) : []))
  return read.importedLogs(caseId).flatMap(({ rows }, i) => (createHash('sha256').update(rows).digest('hex') === hashes[i] ? [] : [i + 1]))
}

/** Details that are no JSON any more name none: that row is told as broken by the check of the chain. */
function hashesIn(details: string): string[] {
  try {
    return (JSON.parse(details) as { logs?: string[] }).logs ?? []
  } catch {
    return []
  }
}
