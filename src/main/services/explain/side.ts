import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { ComparedFace } from '../../../shared/domain/comparison'
import type { Face, FaceChoice } from '../../../shared/domain/face'
import { VidimusError } from '../../../shared/errors'
import { photoView, type PhotoView } from '../../explain/render/overlays'
import type { CropSize } from '../../../shared/geometry/alignment'
import { alignFace, type AlignedFace } from '../../faces/align'
import { chooseFace } from '../../faces/chooseFace'
import type { FaceEngine } from '../../faces/engine'
import { openPhoto, type Photo } from '../../faces/photo'
import type { Pixels } from '../../faces/pixels'
import { readPhotoFile } from '../../faces/readPhotoFile'

/** A photo of several faces of which none was chosen. */
export interface UndecidedSide {
  path: string
  faces: readonly Face[]
  view: PhotoView
}

/** One side of a pair, ready for the model. The photo itself is gone by then: only a view of it is kept. */
export interface PreparedSide {
  record: ComparedFace
  crop: Pixels
  /** The face and its place on the photo; null for a file that was an aligned crop already. */
  found: { face: Face; aligned: AlignedFace; view: PhotoView } | null
}

interface ReadFile {
  path: string
  sha256: string
  size: number
  photo: Photo
}

/** Hashes the untouched bytes, then decodes. */
async function read(path: string): Promise<ReadFile> {
  const bytes = await readPhotoFile(path)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { path, sha256, size: bytes.length, photo: await openPhoto(bytes) }
}

/**
 * Finds the face of a photo and aligns it.
 *
 * @param size of the crop, as the model wants it
 * @param choice which face, if the user said so
 * @throws VidimusError with the file's name: what reading and decoding throw, `face.none`, `face.points` (input), `face.choice` (usage)
 */
export const prepareSide = (engine: FaceEngine, path: string, size: CropSize, choice?: FaceChoice): Promise<PreparedSide | UndecidedSide> =>
  naming(path, async () => {
    const file = await read(path)
    const faces = await engine.findFaces(file.photo)
    const view = photoView(file.photo.working, file.photo.width)
    return faces.length > 1 && choice === undefined ? { path, faces, view } : align(file, faces, choice, view, size)
  })

async function align(file: ReadFile, faces: readonly Face[], choice: FaceChoice | undefined, view: PhotoView, size: CropSize): Promise<PreparedSide> {
  const face = chooseFace(faces, choice ?? 0, file.photo)
  const aligned = await alignFace(file.photo, face.points5, size)
  const record: ComparedFace = {
    ...fileRecord(file),
    pointsFrom: 'automatic',
    faces: faces.length,
    face: { index: face.index, choice: choice ?? 'only', detectorScore: face.score },
    box: face.box,
    points: face.points5,
    automaticPoints: null,
    interEyePixels: face.quality.interEyePx,
    quality: face.quality,
    override: null,
    alignment: [...aligned.toCrop]
  }
  return { record, crop: aligned.crop, found: { face, aligned, view } }
}

/** The whole picture is the crop. Nothing is measured, because nothing is known of the photo it came from. */
export const takeAsCrop = (path: string): Promise<PreparedSide> =>
  naming(path, async () => {
    const file = await read(path)
    const nothing = { faces: null, face: null, box: null, points: null, automaticPoints: null, interEyePixels: null, quality: null, override: null, alignment: null }
    return { record: { ...fileRecord(file), pointsFrom: 'none', ...nothing }, crop: file.photo.working, found: null }
  })

function fileRecord({ path, sha256, size, photo }: ReadFile): Pick<ComparedFace, 'file' | 'sha256' | 'size' | 'photo'> {
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
