import type { PackageInspection } from '../../../shared/domain/casePackage'
import type { FileSource } from '../../../shared/domain/exhibit'
import { VidimusError, inputError } from '../../../shared/errors'
import { checkPackage, type PackageCheck } from '../../reports/package/check'
import { openZip, type OpenZip } from '../../reports/package/zip/readZip'
import { refusePaths, type Job } from '../exhibits/importFiles'
import type { Services } from '../handlers'
import type { HostPort } from '../host'

export type PackageOpen = PackageCheck & { zip: OpenZip; inspection: PackageInspection }

/** Where a package lies that a window names. @throws VidimusError `import.paths`, `upload.unknown` (usage) */
export function packagePath(host: HostPort, source: FileSource): string {
  refusePaths(host, [source])
  return source.kind === 'path' ? source.path : host.upload(source.upload).path
}

/**
 * Checks a package, then does something with it while it is open.
 * @throws VidimusError `package.*` (input) for a file that is no package or says nothing that can be read, `job.cancelled`
 */
export async function withPackage<T>(services: Services, source: FileSource, { report, signal }: Job, use: (open: PackageOpen) => Promise<T>): Promise<T> {
  const zip = await openZip(packagePath(services.host, source))
  try {
    const progress = (done: number, total: number): void => report({ step: 'Verifying the package', done: Math.ceil(done / 1024), total: Math.max(1, Math.ceil(total / 1024)) })
    const check = await checkPackage(zip, services.keys.trusted(), { progress, signal })
    return await use({ ...check, zip, inspection: inspectionOf(services, check, nameOf(source)) })
  } catch (error) {
    throw signal.aborted ? new VidimusError('cancelled', 'job.cancelled', 'Looking into the package was cancelled; nothing was taken in.') : error
  } finally {
    zip.close()
  }
}

const nameOf = (source: FileSource): string => (source.kind === 'path' ? source.path : source.name)

function inspectionOf(services: Services, { manifest, sha256, faults, signature, log, contents }: PackageCheck, name: string): PackageInspection {
  if (manifest === null) throw inputError('package.faulty', `"${name}" can't be read as a case package: ${faults.map(({ message }) => message).join(' ')} Ask for it to be sent again.`, { detail: { faults } })
  const stored = contents?.stored
  return {
    manifest, sha256, faults, signature,
    log: log ?? { ok: false, rows: 0, head: null, broken: { sequence: 1, reason: 'the log could not be read' } },
    counts: {
      exhibits: stored?.exhibits.length ?? 0, comparisons: manifest.comparisons.length, runs: stored?.comparisons.reduce((sum, { runs }) => sum + runs.length, 0) ?? 0, reports: stored?.reports.length ?? 0
    },
    collision: collisionWith(services, manifest.case)
  }
}

/** What is in the open library already, with what to do. */
function collisionWith({ libraries }: Services, { id, number }: PackageInspection['manifest']['case']): PackageInspection['collision'] {
  if (libraries.status().open === null) return { kind: 'none', case: null, message: null }
  const { hasCase, caseNumbered } = libraries.current().read
  if (hasCase(id)) return { kind: 'same-case', case: id, message: `This very case (number ${number}) is in the library already. It can come in beside it as a copy, under a number of its own.` }
  const other = caseNumbered(number)
  return other === null ? { kind: 'none', case: null, message: null } : { kind: 'same-number', case: other, message: `Another case in this library has the number ${number}. Give the incoming one another number.` }
}
