import { createHash } from 'node:crypto'
import type { Box } from '../../../shared/domain/face'
import { inputError, VidimusError } from '../../../shared/errors'
import { hashFile } from '../../evidence/hashFile'
import { openPhoto, type Photo } from '../../faces/photo'
import { cropPixels, wholeBoxInside, type Pixels } from '../../faces/pixels'
import { readPhotoFile } from '../../faces/readPhotoFile'
import type { StoredPhoto } from './types'

/**
 * The bytes of stored evidence, which are what they were when they came in.
 * @throws VidimusError (input) `evidence.missing`, `evidence.mismatch` with the hash found (an empty or oversized file is one), and what reading a file throws
 */
export async function readEvidence({ path, sha256 }: StoredPhoto): Promise<Uint8Array> {
  const bytes = await readPhotoFile(path).catch(async (error: unknown) => {
    throw await replacedOr(error, path, sha256)
  })
  const found = createHash('sha256').update(bytes).digest('hex')
  if (found === sha256) return bytes
  throw mismatch(path, sha256, found)
}

/** What came in was a photo file of sound size: whatever is none any more was put in its place. */
async function replacedOr(error: unknown, path: string, sha256: string): Promise<unknown> {
  if (!(error instanceof VidimusError)) return error
  if (error.code === 'file.missing') return missing(path, sha256, error)
  if (error.code === 'file.empty' || error.code === 'file.too-large') return mismatch(path, sha256, await hashFile(path))
  return error.code === 'file.directory' || error.code === 'file.special' ? mismatch(path, sha256, 'no file any more') : error
}

const mismatch = (path: string, sha256: string, found: string): VidimusError =>
  inputError('evidence.mismatch', `The stored photo "${path}" was changed: its SHA-256 is ${found}, it came in with ${sha256}. It was not looked at. Restore it from a backup of the library.`, { detail: { path, sha256, found } })

const missing = (path: string, sha256: string, cause: Error): VidimusError =>
  inputError('evidence.missing', `The stored photo "${path}" (SHA-256 ${sha256}) is gone. Restore it from a backup of the library.`, { cause, detail: { path, sha256 } })

/** A decoded photo of known bytes. */
export interface OpenEvidence {
  photo: Photo
  /** Size of the file. */
  size: number
}

export async function openEvidence(stored: StoredPhoto): Promise<OpenEvidence> {
  const bytes = await readEvidence(stored)
  return { photo: rememberRegion(await openPhoto(bytes)), size: bytes.length }
}

/** Pixels of a remembered region at most; larger ones are decoded each time. */
const REMEMBERED = 32_000_000

/**
 * A photo beyond the working copy's size decodes a region anew each time, which takes seconds. While points are dragged
 * the region hardly moves: a wider one is kept, and what lies in it is cut from it.
 */
function rememberRegion(photo: Photo): Photo {
  if (photo.scale === 1) return photo
  let kept: { box: Box; pixels: Pixels } | undefined
  const region = async (box: Box): Promise<Pixels> => {
    if (!kept || !covers(kept.box, box)) {
      const wide = wholeBoxInside({ x: box.x - box.width / 4, y: box.y - box.height / 4, width: box.width * 1.5, height: box.height * 1.5 }, photo.width, photo.height)!
      if (wide.width * wide.height > REMEMBERED) return photo.region(box)
      kept = { box: wide, pixels: await photo.region(wide) }
    }
    return cropPixels(kept.pixels, { ...box, x: box.x - kept.box.x, y: box.y - kept.box.y })
  }
  return { ...photo, region }
}

const covers = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.width <= outer.x + outer.width && inner.y + inner.height <= outer.y + outer.height

const MAX_PHOTOS = 3
const MAX_BYTES = 400_000_000

/** The photos decoded last, by the hash of their bytes, so that a photo being worked on is decoded once. */
export class PhotoCache {
  readonly #photos = new Map<string, OpenEvidence>()

  /** @throws VidimusError (input) what `openEvidence` throws */
  async open(stored: StoredPhoto): Promise<OpenEvidence> {
    const found = this.#photos.get(stored.sha256) ?? (await openEvidence(stored))
    this.#photos.delete(stored.sha256)
    this.#photos.set(stored.sha256, found)
    while (this.#photos.size > MAX_PHOTOS || (this.#photos.size > 1 && this.#bytes() > MAX_BYTES)) this.#photos.delete(this.#photos.keys().next().value!)
    return found
  }

  /** Working copies, files and remembered regions, roughly. */
  #bytes(): number {
    return [...this.#photos.values()].reduce((sum, { photo, size }) => sum + photo.working.data.length + size + (photo.scale < 1 ? REMEMBERED * 3 : 0), 0)
  }
}
