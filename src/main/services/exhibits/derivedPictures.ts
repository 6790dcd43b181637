import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Picture } from '../../../shared/domain/common'
import type { FivePoints } from '../../../shared/domain/face'
import { VidimusError, toErrorData } from '../../../shared/errors'
import type { Library } from '../../cases/library'
import { diskTrouble } from '../../files/diskTrouble'

/** Grows when pictures are made in another way: older ones are then made anew. */
const VERSION = 1
const HASH_BYTES = 32

/** What a picture shows, as a part of a file's name. */
export const cropKind = (points: FivePoints): string => `crop-${createHash('sha256').update(JSON.stringify(points)).digest('hex').slice(0, 16)}`

/**
 * Pictures made from evidence, below a library's folder `derived`. A file is SHA-256 of its own name and the rest | length of
 * meta (4 bytes) | meta JSON | picture: one that is gone, altered or another's is simply made again.
 */
const pathOf = ({ derived }: Library, sha256: string, kind: string): string => join(derived, `v${VERSION}`, sha256.slice(0, 2), `${sha256}-${kind}`)

/**
 * The picture kept for these bytes, or one made now and kept. That a disk takes no picture costs speed, never the picture.
 * Throws what `make` throws.
 */
export async function derivedPicture(library: Library, sha256: string, kind: string, make: () => Promise<Picture>): Promise<Picture> {
  const kept = await readDerived(library, sha256, kind)
  if (kept !== null) return kept
  const made = await make()
  await writeDerived(library, sha256, kind, made).catch((error: unknown) => process.stderr.write(`vidimus: ${toErrorData(error).message}\n`))
  return made
}

/** Null where there is none that can be used. */
async function readDerived(library: Library, sha256: string, kind: string): Promise<Picture | null> {
  const file = await readFile(pathOf(library, sha256, kind)).catch(() => null)
  if (file === null || file.length < HASH_BYTES + 4) return null
  const body = file.subarray(HASH_BYTES)
  if (!sealOf(sha256, kind, body).equals(file.subarray(0, HASH_BYTES))) return null
  const end = 4 + body.readUInt32LE(0)
  const picture = Picture.safeParse({ ...(JSON.parse(body.subarray(4, end).toString('utf8')) as object), bytes: new Uint8Array(body.subarray(end)) })
  return picture.success ? picture.data : null
}

/**
 * Keeps a picture, whole or not at all; nothing where the library is open for reading.
 * @throws VidimusError `disk.full`, `disk.unwritable`, `disk.failed` (fault)
 */
export async function writeDerived(library: Library, sha256: string, kind: string, { bytes, ...meta }: Picture): Promise<void> {
  if (library.mode === 'read') return
  const path = pathOf(library, sha256, kind)
  const json = Buffer.from(JSON.stringify(meta), 'utf8')
  const length = Buffer.alloc(4)
  length.writeUInt32LE(json.length)
  const body = Buffer.concat([length, json, bytes])
  try {
    await mkdir(dirname(path), { recursive: true })
    await replace(path, Buffer.concat([sealOf(sha256, kind, body), body]))
  } catch (cause) {
    const { kind: trouble, text } = diskTrouble(cause)
    throw new VidimusError('fault', `disk.${trouble}`, `A picture could not be written to the library "${library.folder}": ${text}.`, { cause })
  }
}

async function replace(path: string, content: Uint8Array): Promise<void> {
  const draft = `${path}.${randomUUID()}.part`
  try {
    const file = await open(draft, 'wx')
    await file.writeFile(content).finally(() => file.close())
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

const sealOf = (sha256: string, kind: string, body: Uint8Array): Buffer => createHash('sha256').update(`${sha256}-${kind}\n`).update(body).digest()
