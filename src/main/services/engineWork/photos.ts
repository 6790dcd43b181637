import type { Picture } from '../../../shared/domain/common'
import type { Face } from '../../../shared/domain/face'
import type { PhotoFacts } from '../../../shared/domain/exhibit'
import { VidimusError } from '../../../shared/errors'
import { USUAL_CROP } from '../../../shared/geometry/alignment'
import { alignFace } from '../../faces/align'
import { enhancePhoto } from '../../faces/enhance'
import type { FaceEngine } from '../../faces/engine'
import { readExif } from '../../faces/exif'
import { measureAt } from '../../faces/measure'
import { openPhoto, type Photo } from '../../faces/photo'
import type { Pixels } from '../../faces/pixels'
import { facePlate } from '../../faces/plate'
import { encodeForLooking } from '../../faces/vips'
import { readEvidence, type PhotoCache } from './evidence'
import type { ModelSlot } from './models'
import type { CropRequest, InspectedPhoto, MeasuredFace, MeasureRequest, PlateRequest, RenderRequest, StoredPhoto } from './types'

const LONGEST = { thumb: 320, view: 2400 }

/** Photos up to this many pixels are shown without loss; larger ones as JPEG, or views would fill disks. */
const LOSSLESS_PIXELS = 1_000_000

/**
 * Everything an import wants to know of a photo. A photo without a face is a result, not an error.
 *
 * @throws VidimusError (input) for evidence that is missing, was changed or can't be decoded
 */
export async function inspectPhoto(stored: StoredPhoto, faceEngine: () => Promise<FaceEngine>): Promise<InspectedPhoto> {
  const bytes = await readEvidence(stored)
  const photo = await openPhoto(bytes)
  const found = await findFaces(await faceEngine(), photo)
  const faces: InspectedPhoto['faces'] = []
  for (const face of found.faces) faces.push({ ...face, crop: await usualCrop(photo, face) })
  return { facts: factsOf(photo, bytes), faces, none: found.none, thumb: await render(photo, 'thumb') }
}

async function findFaces(engine: FaceEngine, photo: Photo): Promise<{ faces: Face[]; none: string | null }> {
  try {
    return { faces: await engine.findFaces(photo), none: null }
  } catch (error) {
    if (error instanceof VidimusError && error.code === 'face.none') return { faces: [], none: error.message }
    throw error
  }
}

function factsOf({ format, width, height, orientation, warnings }: Photo, bytes: Uint8Array): PhotoFacts {
  const { tags, warning } = readExif(bytes)
  return { format, width, height, orientation, warnings: [...warnings, ...(warning === null ? [] : [warning])], exif: tags }
}

const usualCrop = async (photo: Photo, { points5 }: Face): Promise<Picture> => png((await alignFace(photo, points5, USUAL_CROP)).crop)

/** The upright photo in a size for looking. */
export const renderPhoto = async ({ photo, size }: RenderRequest, photos: PhotoCache): Promise<Picture> => render((await photos.open(photo)).photo, size)

const render = ({ width, height, working }: Photo, size: 'thumb' | 'view'): Promise<Picture> =>
  encodeForLooking(working, LONGEST[size], size === 'thumb' ? 'small' : width * height <= LOSSLESS_PIXELS ? 'lossless' : 'fine')

/** @throws VidimusError `face.points` (input) where the points lie on one spot or outside the photo */
export async function measureFace({ photo: stored, points, found }: MeasureRequest, photos: PhotoCache): Promise<MeasuredFace> {
  const { photo } = await photos.open(stored)
  const { crop } = await alignFace(photo, points, USUAL_CROP)
  return { quality: measureAt(photo, points, found), crop: await png(crop) }
}

export async function cropFace({ photo: stored, points, choice }: CropRequest, photos: PhotoCache, models: ModelSlot): Promise<Picture> {
  const { photo } = await photos.open(stored)
  return png((await alignFace(photo, points, await models.cropSize(choice))).crop)
}

export async function plateFace({ photo: stored, points, choice, extent, side, steps }: PlateRequest, photos: PhotoCache, models: ModelSlot): Promise<Picture> {
  const { photo } = await photos.open(stored)
  return png(await facePlate(enhancePhoto(photo, steps), points, { size: await models.cropSize(choice), extent, side }))
}

const png = (pixels: Pixels): Promise<Picture> => encodeForLooking(pixels, Math.max(pixels.width, pixels.height), 'lossless')
