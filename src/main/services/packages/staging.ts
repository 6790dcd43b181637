/**
 * The files of a package on their way into a library: written and hashed on its disk first, put in their places at the end, and
 * taken out again where the database then refuses.
 */
import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream, existsSync, rmSync } from 'node:fs'
import { mkdir, rename, rm, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { VidimusError, inputError } from '../../../shared/errors'
import { libraryPaths } from '../../cases/paths'
import { PLACING } from '../../cases/sweepImports'
import type { Library } from '../../cases/library'
import { evidencePath, isClaimed, placeEvidence } from '../../evidence/evidenceStore'
import { diskTrouble } from '../../files/diskTrouble'
import { replaceFile } from '../../files/replaceFile'
import { evidenceName, reportFileName } from '../../reports/package/names'
import type { OpenZip, ZipEntry } from '../../reports/package/zip/readZip'

export interface FilesOf {
  /** Hashes of the photos that are not in the library yet. */
  evidence: readonly string[]
  /** `from`: the report's id in the package; `to`: the one that it is to have here. */
  reports: readonly { from: string; to: string; files: readonly { name: string; sha256: string }[] }[]
}

export interface Staged {
  /** Puts everything in its place. */
  place: () => Promise<void>
  /** Takes out again what this import placed, but for what a row of the database names by now and photos that an exhibit is being made of. */
  undo: () => void
  /** Deletes what was staged. */
  clear: () => Promise<void>
}

/** Bytes that stay free on the library's disk. */
const RESERVE = 64 * 2 ** 20

/**
 * Writes the files to the library's disk, below `incoming`, each checked against its hash once more.
 * @throws VidimusError `disk.*` (fault), `package.faulty` (input), and the signal's reason; nothing is left behind then
 */
export async function stage(zip: OpenZip, library: Library, files: FilesOf, watch: { progress: (done: number, total: number) => void; signal: AbortSignal }): Promise<Staged> {
  const folder = join(libraryPaths(library.folder).incoming, `import-${randomUUID()}`)
  const clear = (): Promise<void> => rm(folder, { recursive: true, force: true })
  try {
    const list = [
      ...files.evidence.map(sha256 => ({ entry: entryOf(zip, evidenceName(sha256)), sha256, to: join(folder, sha256) })),
      ...files.reports.flatMap(report => report.files.map(({ name, sha256 }) => ({ entry: entryOf(zip, reportFileName(report.from, name)), sha256, to: join(folder, 'reports', report.to, name) })))
    ]
    await requireSpace(library.folder, list.reduce((sum, { entry }) => sum + entry.size, 0))
    await mkdir(folder, { recursive: true })
    for (const [done, { entry, sha256, to }] of list.entries()) {
      watch.signal.throwIfAborted()
      watch.progress(done, list.length)
      await write(entry, sha256, to, watch.signal)
    }
    return { ...placer(library, folder, files), clear }
  } catch (error) {
    await clear()
    throw told(error, library.folder)
  }
}

function entryOf({ entries, path }: OpenZip, name: string): ZipEntry {
  const entry = entries.get(name)
  if (entry === undefined) throw inputError('package.faulty', `"${path}" lacks ${name}. Nothing was taken in.`)
  return entry
}

async function requireSpace(folder: string, needed: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < needed + RESERVE) throw new VidimusError('fault', 'disk.full', `The package needs ${Math.ceil(needed / 2 ** 20)} MiB, and the disk of the library "${folder}" has ${Math.floor((bavail * bsize) / 2 ** 20)} MiB free. Nothing was taken in.`)
}

async function write(entry: ZipEntry, sha256: string, to: string, signal: AbortSignal): Promise<void> {
  const hash = createHash('sha256')
  const tap = new Transform({ transform: (piece: Buffer, _encoding, next) => (hash.update(piece), next(null, piece)) })
  await mkdir(dirname(to), { recursive: true })
  await pipeline(await entry.stream(), tap, createWriteStream(to, { flags: 'wx', mode: 0o444, flush: true }), { signal })
  if (hash.digest('hex') !== sha256) throw inputError('package.faulty', `${entry.name} changed while it was read. Nothing was taken in.`)
}

function placer({ folder: library, read }: Library, folder: string, { evidence, reports }: FilesOf): Pick<Staged, 'place' | 'undo'> {
  const to = libraryPaths(library).reports
  // Asked and deleted in one go: an exhibit may have come in with the same photo meanwhile, or be about to.
  const undo = (): void => {
    for (const sha256 of placed.evidence) if (!read.usesEvidence(sha256) && !isClaimed(library, sha256)) rmSync(evidencePath(library, sha256), { force: true })
    for (const id of placed.reports) if (!read.hasReport(id)) rmSync(join(to, id), { recursive: true, force: true })
  }
  const placed = { evidence: [] as string[], reports: [] as string[] }
  const place = async (): Promise<void> => {
    // Noted before: a kill in the middle is cleared up by this when the library is opened (cases/sweepImports.ts).
    replaceFile(join(folder, PLACING), JSON.stringify({ evidence: evidence.filter(sha256 => !existsSync(evidencePath(library, sha256))), reports: reports.map(report => report.to) }))
    for (const sha256 of evidence) if (await placeEvidence(library, join(folder, sha256), sha256)) placed.evidence.push(sha256)
    if (reports.length > 0) await mkdir(to, { recursive: true })
    for (const { to: id, files } of reports) {
      if (files.length === 0) continue
      await rename(join(folder, 'reports', id), join(to, id))
      placed.reports.push(id)
    }
  }
  const placeOrUndo = async (): Promise<void> => {
    try {
      await place()
    } catch (error) {
      undo()
      throw told(error, library)
    }
  }
  return { place: placeOrUndo, undo }
}

function told(error: unknown, library: string): unknown {
  if (error instanceof VidimusError || !(error instanceof Error) || !('syscall' in error)) return error
  const { kind, text } = diskTrouble(error)
  return new VidimusError('fault', `disk.${kind}`, `A file of the package could not be written to the library "${library}": ${text}. Nothing was taken in.`, { cause: error })
}
