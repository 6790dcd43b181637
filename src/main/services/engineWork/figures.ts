import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ComparedFace, Comparison } from '../../../shared/domain/comparison'
import type { EnhancementSteps } from '../../../shared/domain/enhancement'
import { regionContributions } from '../../../shared/domain/regions'
import { inputError, usageError, VidimusError } from '../../../shared/errors'
import type { CropSize } from '../../../shared/geometry/alignment'
import type { Crop, PairExplanation } from '../../explain/explanation'
import { cropOverlay } from '../../explain/render/overlays'
import { pngOf } from '../../explain/render/png'
import { SHOWN_MAPS, shownMaps, type ShownMaps } from '../../explain/render/shownMaps'
import { enhancePhoto } from '../../faces/enhance'
import type { Pixels } from '../../faces/pixels'
import { facePlate } from '../../faces/plate'
import { encodeForLooking } from '../../faces/vips'
import { readModelManifest } from '../../runtime/models'
import { exhibitPicture, PLATE_EXTENT, sidePicture, type SidePicture } from '../../reports/document/pictures'
import { faceMaps, hashMaps, type Tools } from './compare'
import type { PhotoCache } from './evidence'
import type { OpenModel } from './models'
import type { ModelChoice, ReportFigures, ReportFiguresRequest, ReportPhotoRequest, StoredPhoto } from './types'

/** Pixels: 340 dots an inch where it is printed widest. */
const LONGEST_PHOTO = 1600

/** @throws VidimusError (input) for evidence that is missing, was changed or can't be decoded */
export async function reportPhoto({ photo, label, folder }: ReportPhotoRequest, photos: PhotoCache): Promise<void> {
  const { bytes } = await encodeForLooking((await photos.open(photo)).photo.working, LONGEST_PHOTO, 'fine')
  await writeFile(join(folder, exhibitPicture(label)), bytes)
}

interface Sides<T> {
  a: T
  b: T
}

/**
 * Computes a run again from what its record says: same photos, points, threshold and model. Draws its pictures with the
 * record's own colour scale.
 *
 * @throws VidimusError (input) for evidence that is missing or was changed, `report.model` where the run's model is not at
 *         hand, `report.method` (usage), `job.cancelled`
 */
export async function reportFigures(request: ReportFiguresRequest, { models, crops }: Tools, photos: PhotoCache, signal: AbortSignal): Promise<ReportFigures> {
  const { run, folder } = request
  const model = await models.get(await choiceOf(request))
  refuseOther(model, run.record)
  const cropFor = (side: 'a' | 'b', steps: EnhancementSteps): Promise<Crop> => {
    if (signal.aborted) throw new VidimusError('cancelled', 'job.cancelled', 'The report was cancelled; nothing was kept.')
    const points = run.record[side].points
    const stored = request.photos[side]
    return points === null ? wholeAsCrop(stored, photos) : crops.get(stored, points, steps, model.explainer.shape).then(({ crop }) => crop)
  }
  const pair = { a: await cropFor('a', []), b: await cropFor('b', []) }
  const explanation = await explain(model, pair, run.threshold)
  const maps = { a: shownMaps(explanation.maps.a), b: shownMaps(explanation.maps.b) }
  const enhancedCosine = run.enhanced && (await explain(model, { a: await cropFor('a', run.enhanced.a), b: await cropFor('b', run.enhanced.b) }, 0)).cosine
  if (folder !== null) for (const side of ['a', 'b'] as const) await drawSide({ request, folder, side, crop: pair[side], maps: maps[side], size: model.explainer.shape }, photos)
  const sha256 = hashMaps(maps)
  return {
    maps: {
      sha256,
      asRecorded: sha256 === run.mapsSha256,
      regions: { a: regionContributions(faceMaps(maps.a)), b: regionContributions(faceMaps(maps.b)) },
      arguments: [...explanation.arguments]
    },
    cosine: explanation.cosine,
    enhancedCosine,
    shown: { a: faceMaps(maps.a), b: faceMaps(maps.b) }
  }
}

/** A default model is found by its id wherever the settings point now; one of the user's own is fed as the record says. */
async function choiceOf({ choice, run: { record: { model, method } } }: ReportFiguresRequest): Promise<ModelChoice> {
  const { models } = await readModelManifest()
  const isDefault = (name: string): boolean => models.some(({ id }) => id === name)
  if (isDefault(model.id)) return { ...choice, model: model.id }
  return choice.model === null || isDefault(choice.model) ? choice : { ...choice, fed: { preprocessing: method.preprocessing, embedding: method.embedding } }
}

function refuseOther({ recognizer }: OpenModel, { model, method }: Comparison): void {
  if (method.name !== 'xSSAB') throw usageError('report.method', `The maps of this run are by ${method.name}; reports hold maps by xSSAB. Run the comparison with that.`)
  if (recognizer.sha256 === model.sha256) return
  throw inputError('report.model', `The run was made with the model "${model.name}" (SHA-256 ${model.sha256}); the model in the settings is "${recognizer.name}" (${recognizer.sha256}). Choose the run's model in the settings, or run the comparison again.`)
}

/** A file that was given as an aligned crop. */
async function wholeAsCrop(stored: StoredPhoto, photos: PhotoCache): Promise<Crop> {
  const { width, height, data } = (await photos.open(stored)).photo.working
  return { width, height, rgb: data }
}

const explain = async ({ explainer }: OpenModel, { a, b }: Sides<Crop>, threshold: number): Promise<PairExplanation> => (await explainer.explain([{ a, b }], threshold))[0]!

interface Drawing {
  request: ReportFiguresRequest
  folder: string
  side: 'a' | 'b'
  crop: Crop
  maps: ShownMaps
  size: CropSize
}

async function drawSide({ request: { label, run, photos: stored }, folder, side, crop, maps, size }: Drawing, photos: PhotoCache): Promise<void> {
  const keep = async (which: SidePicture, pixels: Pixels): Promise<void> => writeFile(join(folder, sidePicture(label, side, which)), await pngOf(pixels))
  const pixels = { width: crop.width, height: crop.height, data: crop.rgb }
  await keep('crop', pixels)
  for (const which of SHOWN_MAPS) await keep(which, cropOverlay(pixels, maps, which, run.record.colourScale))
  const face = run.record[side]
  if (face.points === null) return
  await keep('plate', await plateOf(stored[side], face, [], { size, largest: LARGEST.plate }, photos))
  const steps = run.enhanced?.[side] ?? []
  if (steps.length > 0) await keep('enhanced', await plateOf(stored[side], face, steps, { size, largest: LARGEST.enhanced }, photos))
}

/** Pixels on a side: what the photo itself has there, within what print can show. */
const SMALLEST_PLATE = 672
const LARGEST = { plate: 1344, enhanced: 896 }

async function plateOf(stored: StoredPhoto, { points, alignment }: ComparedFace, steps: EnhancementSteps, { size, largest }: { size: CropSize; largest: number }, photos: PhotoCache): Promise<Pixels> {
  const { photo } = await photos.open(stored)
  const cropPerPhoto = Math.hypot(alignment?.[0] ?? 1, alignment?.[3] ?? 0)
  const side = Math.round(Math.min(largest, Math.max(SMALLEST_PLATE, (PLATE_EXTENT * size.width) / cropPerPhoto)))
  return facePlate(enhancePhoto(photo, steps), points!, { size, extent: PLATE_EXTENT, side })
}
