import { createHash, randomUUID } from 'node:crypto'
import type { Case } from '../../../shared/domain/case'
import type { StoredCase } from '../../../shared/domain/storedCase'
import type { Input } from '../../../shared/ipc/contract'
import { VidimusError, inputError, usageError } from '../../../shared/errors'
import type { Library } from '../../cases/library'
import type { CaseImport } from '../../cases/writer/importedCase'
import { renameIds, type IdMap } from '../../evidence/renameIds'
import { verifyEvidence } from '../../evidence/verifyEvidence'
import type { PackageContents } from '../../reports/package/check'
import { LOG } from '../../reports/package/names'
import type { Job } from '../exhibits/importFiles'
import type { Services } from '../handlers'
import { making } from '../reports/making'
import { withPackage, type PackageOpen } from './inspect'
import { stage, type FilesOf } from './staging'

type Request = Input<'package.import'>

/** Folders of the libraries that a package is coming into: two at once would place and take out each other's files. */
const busy = new Set<string>()

/**
 * Verifies a package, then takes its case in: files first, then one transaction. Whatever goes wrong, the library stays as it was.
 *
 * @throws VidimusError `package.faulty`, `package.no-evidence`, and what opening a package throws (input), `package.collision`,
 *         `package.busy`, `case.number-taken` (usage), `disk.*` (fault), `job.cancelled`
 */
export async function importCase(services: Services, request: Request, job: Job): Promise<Case> {
  const library = services.libraries.writable()
  const { folder } = library
  if (busy.has(folder)) throw usageError('package.busy', 'Another package is coming into this library just now. Nothing of this one was taken in: import it when the other is done.')
  busy.add(folder)
  try {
    return await importAlone(services, library, request, job)
  } finally {
    busy.delete(folder)
  }
}

async function importAlone(services: Services, library: Library, request: Request, job: Job): Promise<Case> {
  const imported = await withPackage(services, request.source, job, async open => {
    const contents = requireWhole(open, nameOf(request))
    refuseCollision(open, request)
    const taken = library.read.takenPart(contents.stored)
    if (taken !== null && !request.copy) throw partTaken(taken)
    const idMap = taken === null ? {} : newIds(contents.stored)
    const stored = named(renameIds(contents.stored, idMap), request.number)
    refuseNumber(library, stored.case.number)
    const files = await filesOf(library, contents, idMap)
    return takeIn(library, open, files, await importOf(open, contents, stored, idMap), job)
  })
  if (request.source.kind === 'upload') await services.host.dropUpload(request.source.upload)
  return imported
}

const nameOf = ({ source }: Request): string => (source.kind === 'path' ? source.path : source.name)

function requireWhole({ faults, contents, inspection }: PackageOpen, name: string): PackageContents {
  if (faults.length === 0 && contents !== null) return contents
  const [first, ...more] = faults
  throw inputError('package.faulty', `"${name}" is not as it was packed, so nothing was taken in. ${first?.message ?? ''}${more.length > 0 ? ` ${more.length} more findings.` : ''} Ask for it to be sent again.`, { detail: inspection })
}

function refuseCollision({ inspection: { collision } }: PackageOpen, { copy, number }: Request): void {
  const solved = collision.kind === 'none' || (collision.kind === 'same-case' ? copy && number !== null : number !== null)
  if (!solved) throw usageError('package.collision', collision.message ?? '', collision)
}

const partTaken = (part: string): VidimusError =>
  usageError('package.collision', `The package brings ${part} under an id that this library has already in another case, so nothing was taken in. Ask where the package comes from; as a copy ("copy": true) everything in it gets a new id.`, { part })

function refuseNumber({ read }: Library, number: string): void {
  const other = read.caseNumbered(number)
  if (other !== null) throw usageError('case.number-taken', `There is a case with the number "${number}" already. Choose another number.`, { case: other })
}

const named = (stored: StoredCase, number: string | null): StoredCase => (number === null ? stored : { ...stored, case: { ...stored.case, number } })

/** A new id for everything that has one. */
function newIds({ case: { id }, uses, exhibits, comparisons, reports }: StoredCase): IdMap {
  const ids = [
    id, ...uses.map(use => use.id), ...reports.map(report => report.id),
    ...exhibits.flatMap(exhibit => [exhibit.id, ...exhibit.faces.map(face => face.id)]),
    ...comparisons.flatMap(comparison => [comparison.id, ...[...comparison.runs, ...comparison.annotations, ...comparison.conclusions, ...comparison.opinions].map(part => part.id)])
  ]
  return Object.fromEntries(ids.map(old => [old, randomUUID()]))
}

/**
 * What is not in the library yet. Photos that are in neither would leave exhibits without bytes.
 * @throws VidimusError `package.no-evidence`, `evidence.tampered` (input)
 */
async function filesOf(library: Library, { manifest, stored }: PackageContents, idMap: IdMap): Promise<FilesOf> {
  const hashes = [...new Set(stored.exhibits.map(({ sha256 }) => sha256))]
  const missing: string[] = []
  for (const sha256 of hashes) if (!(await isHere(library, sha256))) missing.push(sha256)
  if (!manifest.evidence && missing.length > 0)
    throw inputError(
      'package.no-evidence',
      `The package holds no photos, and ${missing.length} of its ${hashes.length} are not in this library: nothing was taken in. Ask for a package with photos. What it says can be checked without a library: vidimus verify PACKAGE --evidence FOLDER.`,
      { detail: { missing } }
    )
  return { evidence: missing, reports: stored.reports.map(({ id, files }) => ({ from: id, to: idMap[id] ?? id, files })) }
}

async function isHere(library: Library, sha256: string): Promise<boolean> {
  const { ok, found } = await verifyEvidence(library.folder, sha256)
  if (ok || found === 'missing') return ok
  throw inputError('evidence.tampered', `The library holds other bytes under the hash of a photo of this package: "${library.evidencePath(sha256)}" should have SHA-256 ${sha256}, and is: ${found}. Verify the evidence of the library first. Nothing was taken in.`)
}

async function importOf({ sha256, signature, zip, manifest }: PackageOpen, { stored: before, earlier }: PackageContents, stored: StoredCase, idMap: IdMap): Promise<CaseImport> {
  const rows = (await zip.entries.get(LOG)!.text()).toString('utf8')
  const { head, laboratory, by, program } = manifest!
  const { state, fingerprint, signer } = signature
  const logs = [...earlier.map(log => ({ packageSha256: log.packageSha256, manifest: log.manifest, rows: log.rows, idMap: chained(log.idMap, idMap) })), { packageSha256: sha256, manifest: manifest!, rows, idMap }]
  return {
    stored,
    logs,
    details: {
      package: sha256, head, from: { laboratory, by, program }, signature: { state, fingerprint, signer }, whole: manifest!.whole,
      ...(before.case.number === stored.case.number ? {} : { numberThere: before.case.number }), ...(before.case.id === stored.case.id ? {} : { copyOf: before.case.id }),
      comparisons: stored.comparisons.length,
      // What the log of this library says from now on of what came in: hashes of the photos and of the logs that came along.
      evidence: Object.fromEntries(stored.exhibits.map(exhibit => [exhibit.id, exhibit.sha256])),
      logs: logs.map(log => createHash('sha256').update(log.rows).digest('hex'))
    }
  }
}

/** Ids of an earlier library to ids here, by way of those in the package. */
const chained = (earlier: IdMap, idMap: IdMap): IdMap => ({ ...idMap, ...Object.fromEntries(Object.entries(earlier).map(([there, between]) => [there, idMap[between] ?? between])) })

async function takeIn(library: Library, { zip }: PackageOpen, files: FilesOf, imported: CaseImport, { report, signal }: Job): Promise<Case> {
  const staged = await stage(zip, library, files, { progress: (done, total) => report({ step: 'Taking in the files', done, total }), signal })
  try {
    for (const { to } of files.reports) making.add(to)
    if (signal.aborted) throw new VidimusError('cancelled', 'job.cancelled', 'The import was cancelled; nothing was taken in.')
    await staged.place()
    try {
      return library.write.importCase(imported)
    } catch (error) {
      staged.undo()
      throw error
    }
  } finally {
    for (const { to } of files.reports) making.delete(to)
    await staged.clear()
  }
}
