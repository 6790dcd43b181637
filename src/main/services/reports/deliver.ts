import { join } from 'node:path'
import type { Delivery } from '../../../shared/domain/casePackage'
import { inputError, usageError } from '../../../shared/errors'
import type { Library } from '../../cases/library'
import { libraryPaths } from '../../cases/paths'
import { hashFile } from '../../evidence/hashFile'
import type { HostPort } from '../host'

/**
 * Hands out one file of a report, after comparing it with its hash on record.
 * @throws VidimusError `report.unknown`, `report.no-file` (usage), `report.changed` (input), and as `deliver`
 */
export async function deliverReport(library: Library, host: HostPort, id: string, name: string): Promise<Delivery> {
  const report = library.read.report(id)
  const file = report.files.find(({ name: known }) => known === name)
  if (!file) throw usageError('report.no-file', `R-${report.number} has no file "${name}"; it has ${report.files.map(({ name }) => name).join(', ')}.`)
  const path = join(libraryPaths(library.folder).reports, id, file.name)
  const found = await hashFile(path).catch(() => 'missing')
  const note = (action: string, details: Record<string, unknown>): void => {
    if (library.mode === 'write') library.write.note({ action, case: report.case, object: id, details: { number: `R-${report.number}`, file: name, sha256: file.sha256, ...details }, looking: true })
  }
  if (found !== file.sha256) {
    note('report.changed', { found })
    const state = found === 'missing' ? 'is missing' : `now has SHA-256 ${found}`
    throw inputError('report.changed', `The file "${path}" of R-${report.number} is on record with SHA-256 ${file.sha256} and ${state}. It was not handed out. Restore it from a backup of the library, and find out what changed it.`, { detail: { report: id, file: name, sha256: file.sha256, found } })
  }
  const delivery = await host.deliver({ path, name: file.name, temporary: false })
  if (delivery.kind !== 'cancelled') note('report.delivered', {})
  return delivery
}
