import { userInfo } from 'node:os'
import { join } from 'node:path'
import type { Delivery, PackageManifest } from '../../../shared/domain/casePackage'
import type { ExhibitReference } from './types'
import type { Input } from '../../../shared/ipc/contract'
import type { StoredCase } from '../../../shared/domain/storedCase'
import { inputError, toErrorData, usageError, type VidimusError } from '../../../shared/errors'
import { libraryPaths } from '../../cases/paths'
import type { Library } from '../../cases/library'
import type { EarlierLog } from '../../reports/package/earlierLogs'
import { PACKING } from '../../reports/package/logExtract'
import { ChangedFileError, pack, type FileToPack, type Packing } from '../../reports/package/pack'
import { partOf, type CasePart } from '../../reports/package/part'
import { rangesOf } from '../../reports/package/ranges'
import { appAbout } from '../app'
import type { Job } from '../exhibits/importFiles'
import type { Services } from '../handlers'
import { mapsOf } from './maps'

type Request = Input<'package.export'>

/**
 * Packs a case and hands the file out. The log says before that it is packed, and after what became of it.
 *
 * @throws VidimusError `case.unknown`, `comparison.unknown`, `package.locked-together`, `package.imported-part`, `key.none`, `key.passphrase` (usage),
 *         `evidence.failed`, `report.changed` (input; on record), `disk.*`, `save.*` (fault), `job.cancelled`
 */
export async function exportCase(services: Services, request: Request, job: Job): Promise<Delivery> {
  const library = services.libraries.current()
  const key = request.sign && (await services.keys.open(request.sign.passphrase))
  const taken = take(library, request, key !== null)
  try {
    const packing = await complete(services, library, taken, request, job)
    const { created, by } = packing.maker
    let sha256 = ''
    const file = await services.outgoing.make(`${taken.stored.case.number}.vidimus`, async path => {
      sha256 = await pack({ ...packing, sign: key && (files => key.sign(files, by, created)) }, path, {
        progress: (done, total) => job.report({ step: 'Packing', done: Math.min(scaled(done), scaled(total)), total: scaled(total) }), signal: job.signal
      })
    })
    const delivery = await services.host.deliver(file)
    note(library, request.case, 'package.exported', { number: taken.stored.case.number, sha256, delivered: delivery.kind, signed: key?.key.fingerprint ?? null })
    return delivery
  } catch (error) {
    const told = error instanceof ChangedFileError ? recordChange(library, taken.stored, error) : error
    note(library, request.case, 'package.failed', { number: taken.stored.case.number, code: toErrorData(told).code })
    throw told
  }
}

/** Progress counts whole numbers above 0. */
const scaled = (bytes: number): number => Math.max(1, Math.ceil(bytes / 1024))

type Taken = CasePart & Pick<Packing, 'earlier'> & { head: PackageManifest['head']; created: string; exhibits: ExhibitReference[] }

/** All that the database says, at one moment; the row that announces the package is the last of its log. */
function take(library: Library, { case: caseId, comparisons, evidence }: Request, signed: boolean): Taken {
  const { read } = library
  const stored = read.storedCase(caseId)
  const part = partOf(stored, read.auditOfCase(caseId), comparisons)
  const earlier = earlierOf(library, caseId)
  if (!part.whole && earlier.length > 0) throw usageError('package.imported-part', 'This case came in with a package, and its log with it: it can only be packed whole.')
  const rows = rangesOf(part.rows.map(({ sequence }) => sequence))
  note(library, caseId, PACKING, { number: stored.case.number, comparisons: part.whole ? null : part.stored.comparisons.map(({ number }) => `C-${number}`), evidence, signed, rows })
  const begun = read.auditOfCase(caseId).at(-1)
  const last = part.rows.at(-1)?.sequence ?? 0
  return {
    ...part,
    rows: begun !== undefined && begun.sequence > last && begun.action === PACKING ? [...part.rows, begun] : part.rows,
    earlier,
    head: read.auditHead() ?? { sequence: 0, hash: '0'.repeat(64) },
    created: begun?.at ?? new Date().toISOString(),
    exhibits: part.stored.exhibits.map(({ id, number, name, sha256, size }) => ({ id, number, name, sha256, size }))
  }
}

const earlierOf = ({ read }: Library, caseId: string): EarlierLog[] =>
  read.importedLogs(caseId).map(({ at, packageSha256, manifest, rows, idMap }) => ({ at, packageSha256, manifest: JSON.parse(manifest) as PackageManifest, rows, idMap: { ...idMap } }))

/** What takes time: the maps computed again, and where everything lies. */
async function complete(services: Services, library: Library, taken: Taken, { evidence }: Request, job: Job): Promise<Omit<Packing, 'sign'>> {
  const { version } = await appAbout()
  const fileOf = ({ sha256, size }: ExhibitReference): FileToPack => ({ path: library.evidencePath(sha256), sha256, size })
  const { examiner, laboratory } = services.settings.get()
  const { stored, rows, whole, earlier, head, created } = taken
  return {
    stored, rows, whole, earlier,
    maker: { created, by: examiner || userInfo().username, laboratory, program: `Vidimus ${version}`, head },
    maps: await mapsOf(services, library, stored, job),
    evidence: evidence ? taken.exhibits.map(fileOf) : null,
    reports: stored.reports.flatMap(report => report.files.map(file => ({ ...file, report: report.id, path: join(libraryPaths(library.folder).reports, report.id, file.name) })))
  }
}

/** Looking: a package changes nothing in the case. A library that is open for reading takes no notes. */
function note(library: Library, caseId: string, action: string, details: Record<string, unknown>): void {
  if (library.mode === 'write') library.write.note({ action, case: caseId, object: caseId, details, looking: true })
}

function recordChange(library: Library, { exhibits }: StoredCase, { file, found }: ChangedFileError): VidimusError {
  const changed = exhibits.filter(({ sha256 }) => library.evidencePath(sha256) === file.path)
  if (changed.length === 0) return inputError('report.changed', `A file of a report, "${file.path}", is not what was kept: it is on record with SHA-256 ${file.sha256}, and is now: ${found}. Nothing was packed. Restore it from a backup of the library.`)
  if (library.mode === 'write') for (const { id } of changed) library.write.recordEvidenceCheck(id, { ok: false, found })
  const names = changed.map(({ number, name }) => `E-${number} "${name}"`).join(', ')
  return inputError('evidence.failed', `Verification failed while packing: the stored bytes of ${names} are on record with SHA-256 ${file.sha256}, and are now: ${found}. Nothing was packed${library.mode === 'write' ? ', and the failure is on record' : ''}. Restore the file from a backup of the library, and find out what changed it.`)
}
