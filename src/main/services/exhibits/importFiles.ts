import type { FileSource, ImportReport, Provenance } from '../../../shared/domain/exhibit'
import type { WorkProgress } from '../../../shared/domain/common'
import { VidimusError, usageError } from '../../../shared/errors'
import type { Library } from '../../cases/library'
import { refuseClosed } from '../../cases/writer/guards'
import type { Services } from '../handlers'
import type { HostPort } from '../host'
import { analyseExhibit } from './analyse'
import { listFiles, type ListedFile } from './listFiles'
import { takeIn, type Destination } from './takeIn'

export interface ImportRequest {
  case: string
  files: readonly FileSource[]
  provenance: Provenance
}
export interface Job {
  report: (progress: WorkProgress) => void
  signal: AbortSignal
}
type Needed = Pick<Services, 'libraries' | 'host' | 'engine'>

/**
 * Takes files into a case one after the other; each is stored, hashed, added and searched for faces before the next. Whatever
 * becomes of a file is in the report. Uploads are gone afterwards.
 *
 * @throws VidimusError `import.paths`, `case.unknown`, `case.closed` (usage), and what stops an import in its middle, such as `disk.full`: the
 *         detail then holds the report of what was done before
 */
export async function importFiles(services: Needed, request: ImportRequest, job: Job): Promise<ImportReport> {
  const library = services.libraries.writable()
  refuseClosed(library.read, request.case)
  refusePaths(services.host, request.files)
  try {
    return await importInto(library, services, request, job)
  } finally {
    for (const source of request.files) if (source.kind === 'upload') await services.host.dropUpload(source.upload)
  }
}

/** @throws VidimusError `import.paths` (usage) where the window names files that only its host may */
export function refusePaths(host: HostPort, files: readonly FileSource[]): void {
  if (!host.allowsPaths && files.some(({ kind }) => kind === 'path'))
    throw usageError('import.paths', 'This window may not name files on this machine\u2019s disk. Choose or drop the files instead.')
}

/** The same for files that the program itself names. */
export async function importInto(library: Library, services: Needed, { case: caseId, files: sources, provenance }: ImportRequest, job: Job): Promise<ImportReport> {
  const report: ImportReport = { imported: [], duplicates: [], refused: [], cancelled: 0 }
  job.report({ step: 'Listing the files', done: 0, total: 1 })
  const { files, refused } = await listFiles(sources)
  report.refused.push(...refused)
  try {
    for (const [done, file] of files.entries()) {
      report.cancelled = job.signal.aborted ? files.length - done : 0
      if (report.cancelled > 0) break
      job.report({ step: file.name, done, total: files.length })
      await importOne({ library, host: services.host, case: caseId, provenance }, services, file, report, job.signal)
    }
  } catch (error) {
    throw stopped(error, report, files.length)
  }
  note(library, caseId, report)
  job.report({ step: 'Done', done: files.length || 1, total: files.length || 1 })
  return report
}

async function importOne(to: Destination, { engine, host }: Needed, file: ListedFile, report: ImportReport, signal: AbortSignal): Promise<void> {
  const { name } = file
  const taken = await takeIn(to, file)
  if (file.upload !== null) await host.dropUpload(file.upload)
  if ('refused' in taken) return void report.refused.push(taken.refused)
  const { id, number } = taken.exhibit
  if (!taken.added) return void report.duplicates.push({ name, of: id, number })
  const { faces, analysis } = await analyseExhibit(to.library, engine, taken.exhibit, { background: true, signal }).catch((error: unknown) => {
    // Cancelled in the middle: the exhibit is there, to be searched for faces later.
    if (signal.aborted && error instanceof VidimusError && error.kind === 'cancelled') return taken.exhibit
    report.imported.push({ id, number, name, faces: 0, analysis: taken.exhibit.analysis })
    throw error
  })
  report.imported.push({ id, number, name, faces: faces.length, analysis })
}

const MOST_NAMED = 100

/** The exhibits have rows of their own in the log; this one says what became of the others. */
function note(library: Library, caseId: string, { imported, duplicates, refused, cancelled }: ImportReport): void {
  const counts = { imported: imported.length, duplicates: duplicates.length, refused: refused.length, cancelled }
  const names = refused.slice(0, MOST_NAMED).map(({ name, code }) => ({ name, code }))
  library.write.note({ action: 'exhibit.import-ended', case: caseId, object: null, details: { ...counts, refusedFiles: names } })
}

function stopped(error: unknown, report: ImportReport, total: number): unknown {
  if (!(error instanceof VidimusError)) return error
  const { kind, code, message, cause } = error
  const done = report.imported.length + report.duplicates.length
  return new VidimusError(kind, code, `${message} The import stopped: ${done} of ${total} files are in the case, the others are not.`, { cause, detail: { report } })
}
