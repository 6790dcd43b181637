import { createHash } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { inputError } from '../../../shared/errors'
import { hashFile } from '../../evidence/hashFile'
import { readPhotoFile } from '../../faces/readPhotoFile'
import { MAX_FILE_BYTES } from '../../faces/limits'
import type { ZipEntry } from '../../reports/package/zip/readZip'

export interface Wanted {
  file: string
  sha256: string
  size: number
}

/** Where photos of a run are looked for: their bytes, or in words why there are none. */
export type PhotoSource = (wanted: Wanted) => Promise<Uint8Array | string>

/** Photos of a package; those that it lacks, in a folder. */
export const photosOf = (entries: ReadonlyMap<string, ZipEntry>, folder: PhotoSource | null): PhotoSource => async wanted => {
  const entry = entries.get(`evidence/${wanted.sha256}`)
  if (entry === undefined) return folder === null ? `the photo "${wanted.file}" (SHA-256 ${wanted.sha256}) is not at hand: give a folder that holds it with --evidence` : folder(wanted)
  const bytes = await readEntry(entry)
  const found = createHash('sha256').update(bytes).digest('hex')
  return found === wanted.sha256 ? bytes : `the photo "${wanted.file}" was changed: its SHA-256 is ${found}, and ${wanted.sha256} is recorded`
}

async function readEntry(entry: ZipEntry): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  if (entry.size > MAX_FILE_BYTES) return new Uint8Array()
  for await (const piece of await entry.stream()) pieces.push(piece as Buffer)
  return new Uint8Array(Buffer.concat(pieces))
}

/**
 * Photos in a folder and below, found by their bytes whatever they are called now.
 * @throws VidimusError `evidence.unreadable` (input) for a folder that can't be read
 */
export async function photosIn(folder: string): Promise<PhotoSource> {
  const bySize = await listed(folder)
  const hashes = new Map<string, string>()
  const hash = async (path: string): Promise<string> => {
    const found = hashes.get(path) ?? (await hashFile(path))
    hashes.set(path, found)
    return found
  }
  return async ({ file, sha256, size }) => {
    for (const path of bySize.get(size) ?? []) if ((await hash(path)) === sha256) return readPhotoFile(path)
    const namesake = [...bySize.values()].flat().find(path => basename(path) === file)
    if (namesake === undefined) return `the photo "${file}" (SHA-256 ${sha256}) is not in "${folder}"`
    return `the photo "${namesake}" was changed: its SHA-256 is ${await hash(namesake)}, and ${sha256} is recorded`
  }
}

async function listed(folder: string): Promise<Map<number, string[]>> {
  const bySize = new Map<number, string[]>()
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
    throw inputError('evidence.unreadable', `The folder "${folder}" could not be read: ${cause instanceof Error ? cause.message : String(cause)}. Check the path.`, { cause })
  })
  for (const entry of entries.filter(item => !item.isDirectory())) {
    const path = join(entry.parentPath, entry.name)
    // Through links; one that leads nowhere holds no photo.
    const found = await stat(path).catch(() => null)
    if (found?.isFile() !== true) continue
    const { size } = found
    bySize.set(size, [...(bySize.get(size) ?? []), path])
  }
  return bySize
}
