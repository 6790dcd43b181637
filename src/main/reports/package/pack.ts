/**
 * Packs a case into one file. What is in it and how it is spelt is said in docs/package.md; nothing here knows a library.
 */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { PackageManifest } from '../../../shared/domain/casePackage'
import type { Signature } from '../../../shared/domain/signature'
import { VidimusError } from '../../../shared/errors'
import { canonicalJson } from '../../evidence/canonicalJson'
import { signatureText } from '../../evidence/signature'
import { diskTrouble } from '../../files/diskTrouble'
import { earlierLogText, type EarlierLog } from './earlierLogs'
import { extractText } from './logExtract'
import { CASE, LOG, MANIFEST, SIGNATURE, SUMS, earlierLogName, evidenceName, mapsName, reportFileName } from './names'
import type { CasePart } from './part'
import { zipStream, type PackedEntry } from './zip/writeZip'

/** A file that is packed as it lies there, and what it must be. */
export interface FileToPack {
  path: string
  size: number
  sha256: string
}

export interface Packing extends CasePart {
  /** What the manifest says of who packs and when. */
  maker: Pick<PackageManifest, 'created' | 'by' | 'laboratory' | 'program' | 'head'>
  earlier: readonly EarlierLog[]
  /** By what the maps' entry in the manifest says; `bytes` null where there are none. */
  maps: readonly (PackageManifest['maps'][number] & { bytes: Uint8Array | null })[]
  /** Null: photos stay behind. */
  evidence: readonly FileToPack[] | null
  reports: readonly (FileToPack & { report: string; name: string })[]
  /** Null: unsigned. */
  sign: ((files: Signature['files']) => Signature) | null
}

export interface PackWatch {
  progress: (done: number, total: number) => void
  signal: AbortSignal
}

/** What was found where other bytes are on record; `file` is one of those given. */
export class ChangedFileError extends Error {
  constructor(
    readonly file: FileToPack,
    readonly found: string
  ) {
    super(`"${file.path}" has SHA-256 ${found}, and ${file.sha256} is on record`)
  }
}

type Content = PackedEntry & { sha256: string }

/**
 * Writes the package beside its place and gives it its name when it is whole and on the disk.
 * @returns SHA-256 of the file
 * @throws ChangedFileError where a file is not what is on record, VidimusError `job.cancelled`, `disk.*` (fault); nothing is left behind then
 */
export async function pack(packing: Packing, path: string, watch: PackWatch): Promise<string> {
  const draft = `${path}.part`
  const hash = createHash('sha256')
  const entries = entriesOf(packing)
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  let done = 0
  const tap = new Transform({
    transform: (piece: Buffer, _encoding, next) => {
      done += piece.length
      hash.update(piece)
      watch.progress(Math.min(done, total), total)
      next(null, piece)
    }
  })
  try {
    await pipeline(zipStream(entries), tap, createWriteStream(draft, { flush: true, mode: 0o600 }), { signal: watch.signal })
    await rename(draft, path)
    return hash.digest('hex')
  } catch (error) {
    await rm(draft, { force: true })
    throw told(error, path, watch.signal)
  }
}

function told(error: unknown, path: string, signal: AbortSignal): unknown {
  if (signal.aborted) return new VidimusError('cancelled', 'job.cancelled', 'The package was cancelled; nothing of it was kept.')
  if (error instanceof ChangedFileError || error instanceof VidimusError || !(error instanceof Error) || !('syscall' in error)) return error
  const { kind, text } = diskTrouble(error)
  return new VidimusError('fault', `disk.${kind}`, `The package "${path}" could not be written: ${text}. Nothing of it was kept.`, { cause: error })
}

/** The manifest first, so that a reader knows what comes. */
function entriesOf(packing: Packing): Content[] {
  const contents = contentsOf(packing)
  const manifest = text(MANIFEST, `${canonicalJson(manifestOf(packing, contents))}\n`)
  const signature = packing.sign && text(SIGNATURE, signatureText(packing.sign([{ name: MANIFEST, sha256: manifest.sha256 }])))
  const certified = signature === null ? [manifest] : [manifest, signature]
  return [...certified, text(SUMS, sumsText(certified)), ...contents]
}

/** What `sha256sum --check` reads. */
export const sumsText = (files: readonly { name: string; sha256: string }[]): string => files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('')

function manifestOf({ maker, stored, whole, evidence, maps }: Packing, contents: readonly Content[]): PackageManifest {
  const { id, number, title } = stored.case
  return {
    schema: 'vidimus.package/1', ...maker, case: { id, number, title }, evidence: evidence !== null, whole, comparisons: stored.comparisons.map(comparison => comparison.id),
    maps: maps.map(({ bytes: _bytes, ...map }) => map),
    entries: contents.map(({ name, size, sha256 }) => ({ name, size, sha256 }))
  }
}

function contentsOf({ stored, rows, earlier, maps, evidence, reports }: Packing): Content[] {
  return [
    text(CASE, `${canonicalJson(stored)}\n`),
    text(LOG, extractText(rows)),
    ...earlier.map((log, i) => text(earlierLogName(i), earlierLogText(log))),
    ...maps.flatMap(({ run, bytes }) => (bytes === null ? [] : [held(mapsName(run), bytes)])),
    ...reports.map(({ report, name, ...file }) => filed(reportFileName(report, name), file)),
    ...once(evidence ?? []).map(file => filed(evidenceName(file.sha256), file))
  ]
}

const once = (files: readonly FileToPack[]): FileToPack[] => [...new Map(files.map(file => [file.sha256, file])).values()]

const text = (name: string, content: string): Content => held(name, Buffer.from(content))

const held = (name: string, bytes: Uint8Array): Content => ({
  name, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), content: () => Readable.from([bytes], { objectMode: false })
})

/** Hashed while it is packed. */
const filed = (name: string, file: FileToPack): Content => ({ name, size: file.size, sha256: file.sha256, content: () => checked(file) })

async function checked(file: FileToPack): Promise<Readable> {
  const handle = await open(file.path, 'r').catch((error: NodeJS.ErrnoException) => {
    throw new ChangedFileError(file, error.code === 'ENOENT' ? 'missing' : `unreadable: ${error.message}`)
  })
  const { size } = await handle.stat()
  await handle.close()
  if (size !== file.size) throw new ChangedFileError(file, `another size: ${size} bytes instead of ${file.size}`)
  const hash = createHash('sha256')
  const check = new Transform({
    transform: (piece: Buffer, _encoding, next) => (hash.update(piece), next(null, piece)),
    flush: next => {
      const found = hash.digest('hex')
      next(found === file.sha256 ? null : new ChangedFileError(file, found))
    }
  })
  return createReadStream(file.path, { highWaterMark: 1 << 20 }).on('error', error => check.destroy(error)).pipe(check)
}
