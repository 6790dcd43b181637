import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { ComparedFace } from '../../../shared/domain/comparison'
import type { Face, FaceChoice } from '../../../shared/domain/face'
import { VidimusError } from '../../../shared/errors'
import { alignFace, type AlignedFace } from '../../faces/align'
import { chooseFace } from '../../faces/chooseFace'
import type { FaceEngine } from '../../faces/engine'
import { openPhoto, type Photo } from '../../faces/photo'
import type { Pixels } from '../../faces/pixels'
import { readPhotoFile } from '../../faces/readPhotoFile'

/** One photo, read and decoded. */
export interface ReadSide {
  path: string
  /** Which face the user wants, if they said so. */
  choice?: FaceChoice
  sha256: string
  size: number
  photo: Photo
}

export interface FoundSide extends ReadSide {
  faces: readonly Face[]
}

/** One side of a pair, ready for the model. */
export interface PreparedSide {
  record: ComparedFace
  photo: Photo
  crop: Pixels
  /** The face and its place on the photo; null for a file that was an aligned crop already. */
  found: { face: Face; aligned: AlignedFace } | null
}

/** Reads, hashes the untouched bytes, decodes. Errors name the file. */
export const readSide = (path: string, choice?: FaceChoice): Promise<ReadSide> =>
  naming(path, async () => {
    const bytes = await readPhotoFile(path)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const read = { path, sha256, size: bytes.length, photo: await openPhoto(bytes) }
    return choice === undefined ? read : { ...read, choice }
  })

export const findSide = (engine: FaceEngine, side: ReadSide): Promise<FoundSide> =>
  naming(side.path, async () => ({ ...side, faces: await engine.findFaces(side.photo) }))

/** @throws VidimusError `face.choice` (usage), `face.points` (input) */
export const alignSide = (side: FoundSide): Promise<PreparedSide> =>
  naming(side.path, async () => {
    const { photo, faces, choice } = side
    const face = chooseFace(faces, choice ?? 0, photo)
    const aligned = await alignFace(photo, face.points5)
    const record: ComparedFace = {
      ...fileRecord(side),
      detected: true,
      faces: faces.length,
      face: { index: face.index, choice: choice ?? 'only', detectorScore: face.score },
      box: face.box,
      points: face.points5,
      interEyePixels: face.quality.interEyePx,
      quality: face.quality,
      alignment: [...aligned.toCrop]
    }
    return { record, photo, crop: aligned.crop, found: { face, aligned } }
  })

/** The whole picture is the crop. Nothing is measured, because nothing is known of the photo it came from. */
export function takeAsCrop(side: ReadSide): PreparedSide {
  const nothing = { faces: null, face: null, box: null, points: null, interEyePixels: null, quality: null, alignment: null }
  return { record: { ...fileRecord(side), detected: false, ...nothing }, photo: side.photo, crop: side.photo.working, found: null }
}

function fileRecord({ path, sha256, size, photo }: ReadSide): Pick<ComparedFace, 'file' | 'sha256' | 'size' | 'photo'> {
  const { format, width, height, orientation, warnings } = photo
  return { file: basename(path), sha256, size, photo: { format, width, height, orientation, warnings: [...warnings] } }
}

async function naming<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof VidimusError) || error.message.includes(path)) throw error
    const { kind, code, message, detail, cause } = error
    throw new VidimusError(kind, code, `"${path}": ${message}`, { detail, cause })
  }
}
