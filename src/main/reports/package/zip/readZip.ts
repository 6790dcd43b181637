/**
 * A package's zip as it was handed in: nothing in it is trusted. What is not of a package's form is refused before anything
 * of it is read.
 */
import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { openPromise, type Entry, type ZipFile } from 'yauzl'
import { VidimusError, inputError } from '../../../../shared/errors'
import { isAllowedName } from '../names'

/** More entries than 50,000 photos with everything around them. */
export const MAX_ENTRIES = 60_000
/** Of one entry that is text: it is held in memory whole. */
const MAX_TEXT = 256 * 2 ** 20

export interface ZipEntry {
  name: string
  /** Bytes. */
  size: number
  stream: () => Promise<Readable>
  /** The whole content, of entries that are text. @throws VidimusError `package.entry` (input) for one that is too large */
  text: () => Promise<Buffer>
}

export interface OpenZip {
  path: string
  /** Bytes of the file. */
  size: number
  /** In the order of the archive. */
  entries: ReadonlyMap<string, ZipEntry>
  close: () => void
}

/**
 * Opens a zip for reading. Refused are: names that no package has (ways up, absolute paths, backslashes, folders), names that
 * occur twice, symbolic links, encrypted and compressed entries, more entries or bytes than the file can hold.
 *
 * @throws VidimusError (input) `package.unreadable`, `package.not-zip`, `package.entry` with the entry's name
 */
export async function openZip(path: string): Promise<OpenZip> {
  const size = await sizeOf(path)
  const zip = await openPromise(path, { autoClose: false, decodeStrings: false }).catch((cause: unknown) => {
    throw notZip(path, cause)
  })
  try {
    return { path, size, entries: await list(zip, path, size), close: () => zip.close() }
  } catch (error) {
    zip.close()
    throw error instanceof VidimusError ? error : notZip(path, error)
  }
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch((cause: unknown) => {
    throw inputError('package.unreadable', `"${path}" could not be read: ${cause instanceof Error ? cause.message : String(cause)}. Check the path.`, { cause })
  })
  if (!found.isFile()) throw inputError('package.unreadable', `"${path}" is no file. Name a case package, a file *.vidimus.`)
  return found.size
}

async function list(zip: ZipFile, path: string, size: number): Promise<Map<string, ZipEntry>> {
  if (zip.entryCount > MAX_ENTRIES) throw inputError('package.entry', `"${path}" says that it has ${zip.entryCount} entries; a case package has at most ${MAX_ENTRIES}. It was not read.`)
  const entries = new Map<string, ZipEntry>()
  let total = 0
  for await (const entry of zip.eachEntry() as AsyncIterable<Entry>) {
    const name = nameOf(entry)
    const problem = problemOf(entry, name, entries)
    if (problem !== null) throw refused(path, name, problem)
    total += entry.uncompressedSize
    if (total > size) throw refused(path, name, 'it ends beyond the end of the file, or shares bytes with other entries')
    entries.set(name, entryOf(zip, path, name, entry))
  }
  return entries
}

/** As it stands there, byte for byte. */
const nameOf = ({ fileName }: Entry): string => (fileName as unknown as Buffer).toString('latin1')

const FILE_TYPE = 0o170000
const TYPE = { none: 0, file: 0o100000, link: 0o120000 }

function problemOf(entry: Entry, name: string, before: ReadonlyMap<string, ZipEntry>): string | null {
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE
  if (type === TYPE.link) return 'it is a symbolic link'
  if (type !== TYPE.none && type !== TYPE.file) return 'it is neither a file nor anything that a package holds'
  if (!isAllowedName(name)) return 'no entry of a case package has such a name'
  if (before.has(name)) return 'this name occurs twice'
  if ((entry.generalPurposeBitFlag & 1) !== 0) return 'it is encrypted'
  if (entry.compressionMethod !== 0) return 'it is compressed, and nothing in a case package is (was it packed again by another program?)'
  return entry.compressedSize === entry.uncompressedSize ? null : 'it says two sizes'
}

const entryOf = (zip: ZipFile, path: string, name: string, entry: Entry): ZipEntry => {
  const stream = async (): Promise<Readable> => {
    try {
      return await zip.openReadStreamPromise(entry, {})
    } catch (cause) {
      throw refused(path, name, `its place in the archive is damaged (${cause instanceof Error ? cause.message : String(cause)})`)
    }
  }
  return {
    name,
    size: entry.uncompressedSize,
    stream,
    text: async () => {
      if (entry.uncompressedSize > MAX_TEXT) throw refused(path, name, `it has ${entry.uncompressedSize} bytes, and ${MAX_TEXT} are read at most`)
      const pieces: Buffer[] = []
      for await (const piece of await stream()) pieces.push(piece as Buffer)
      return Buffer.concat(pieces)
    }
  }
}

/** Names of unknown origin are shown without what could move a terminal's cursor. */
export const shown = (name: string): string => JSON.stringify(name.length > 200 ? `${name.slice(0, 200)}...` : name)

const refused = (path: string, name: string, problem: string): VidimusError =>
  inputError('package.entry', `"${path}" is not accepted: entry ${shown(name)}: ${problem}. Nothing of it was taken in.`, { detail: { entry: name } })

const notZip = (path: string, cause: unknown): VidimusError =>
  inputError('package.not-zip', `"${path}" is no case package, or a damaged one: ${cause instanceof Error ? cause.message : String(cause)}. Ask for it to be sent again.`, { cause })
