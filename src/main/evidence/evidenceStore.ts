/**
 * The untouched bytes of every exhibit: evidence/ab/<sha256>, read-only, never written over.
 */
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { chmod, link, mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { VidimusError, inputError } from '../../shared/errors'
import { diskTrouble } from '../files/diskTrouble'
import { hashFile } from './hashFile'

export interface StoredEvidence {
  sha256: string
  /** Bytes. */
  size: number
}

/** Where the bytes with this hash lie in a library's folder, whether or not they are there. */
export const evidencePath = (library: string, sha256: string): string => join(library, 'evidence', sha256.slice(0, 2), sha256)

const draftFolder = (library: string): string => join(library, 'evidence', 'incoming')

/** How many are storing a photo that no row of the database names yet, by its path. One process writes to a library at a time: it knows all. */
const claims = new Map<string, number>()

/** Whether somebody is storing a photo with this hash, for an exhibit that has no row yet: its bytes must stay. */
export const isClaimed = (library: string, sha256: string): boolean => claims.has(evidencePath(library, sha256))

function claim(path: string): void {
  claims.set(path, (claims.get(path) ?? 0) + 1)
}

/** Gives up one claim that `storeEvidence` made, once a row names the photo or none will. */
export function releaseEvidence(library: string, sha256: string): void {
  const path = evidencePath(library, sha256)
  const others = (claims.get(path) ?? 0) - 1
  if (others > 0) claims.set(path, others)
  else claims.delete(path)
}

/**
 * Copies a file's bytes into the library and hashes them on the way: they are read once, so what is hashed is what is
 * kept. Bytes that are there already are hashed again instead. The copy appears under its name whole or not at all.
 * The photo is claimed from before that on, so that an import that fails meanwhile leaves it: the caller calls `releaseEvidence`.
 *
 * @throws VidimusError `evidence.unreadable` (input) for a source that can't be read, `disk.full`, `disk.unwritable`,
 *         `disk.failed` (fault), `evidence.tampered` (input) where other bytes lie under this hash
 */
export async function storeEvidence(library: string, source: string): Promise<StoredEvidence> {
  const draft = join(draftFolder(library), randomUUID())
  try {
    const stored = await copyHashing(source, draft, library)
    await placeClaimed(library, draft, stored.sha256)
    return stored
  } finally {
    // What stays behind is swept when the library is opened; what went wrong before must be told, not this.
    await rm(draft, { force: true }).catch(() => undefined)
  }
}

async function placeClaimed(library: string, draft: string, sha256: string): Promise<void> {
  claim(evidencePath(library, sha256))
  try {
    await placeEvidence(library, draft, sha256)
  } catch (error) {
    releaseEvidence(library, sha256)
    throw error
  }
}

async function copyHashing(source: string, draft: string, library: string): Promise<StoredEvidence> {
  await writing(library, () => ensureFolders(library, dirname(draft)))
  const file = await writing(library, () => open(draft, 'wx', 0o600))
  try {
    const stored = await pour(source, file, library)
    await writing(library, () => file.sync())
    return stored
  } finally {
    await file.close()
  }
}

async function pour(source: string, file: FileHandle, library: string): Promise<StoredEvidence> {
  const hash = createHash('sha256')
  let size = 0
  try {
    for await (const piece of createReadStream(source, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
      hash.update(piece)
      size += piece.length
      await writing(library, () => writeAll(file, piece))
    }
  } catch (cause) {
    throw cause instanceof VidimusError ? cause : unreadable(source, cause)
  }
  return { sha256: hash.digest('hex'), size }
}

async function writeAll(file: FileHandle, bytes: Buffer): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at)).bytesWritten
}

/**
 * Gives bytes that lie on the library's disk, hashed and flushed, their place; false where the same bytes lie there already.
 * @throws VidimusError `disk.*` (fault), `evidence.tampered` (input) where other bytes lie under this hash
 */
export async function placeEvidence(library: string, draft: string, sha256: string): Promise<boolean> {
  const path = evidencePath(library, sha256)
  await writing(library, async () => {
    await ensureFolders(library, dirname(path))
    await chmod(draft, 0o444)
  })
  if (!(await nameAs(path, draft, library))) {
    await verifyStored(path, sha256)
    return false
  }
  await writing(library, () => syncFolder(dirname(path)))
  return true
}

/** Gives the draft its name unless something has it already. A link, unlike a rename, never writes over. */
const nameAs = (path: string, draft: string, library: string): Promise<boolean> =>
  writing(library, async () => {
    if (await exists(path)) return false
    try {
      await link(draft, path)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EEXIST') return false
      if (!LINKLESS.has(code ?? '')) throw error
      await rename(draft, path)
    }
    return true
  })

/** What disks say that know no links, such as exFAT. */
const LINKLESS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'])

async function verifyStored(path: string, sha256: string): Promise<void> {
  const found = await hashFile(path)
  if (found !== sha256)
    throw inputError('evidence.tampered', `The library holds other bytes under the hash of this file: "${path}" has SHA-256 ${found}. Verify the evidence of the library before adding to it.`, { detail: { path, expected: sha256, found } })
}

/** What makes a rename last through a power cut; not every system lets a folder be opened. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Makes what is missing between the library's folder and `folder`; never the library's folder itself, should it be gone. */
async function ensureFolders(library: string, folder: string): Promise<void> {
  const parts = relative(library, folder).split(sep)
  for (const i of parts.keys())
    await mkdir(join(library, ...parts.slice(0, i + 1))).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
}

const exists = (path: string): Promise<boolean> => stat(path).then(() => true, () => false)

const unreadable = (source: string, cause: unknown): VidimusError =>
  inputError('evidence.unreadable', `"${source}" could not be read: ${cause instanceof Error ? cause.message : String(cause)}. See that the file is there and may be read.`, { cause })

async function writing<T>(library: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    const { kind, text } = diskTrouble(cause)
    throw new VidimusError('fault', `disk.${kind}`, `The evidence could not be written to the library "${library}": ${text}. Nothing was added.`, { cause })
  }
}
