import type { Comparison } from '../../shared/domain/comparison'
import type { FaceChoice } from '../../shared/domain/face'
import { inputError, VidimusError } from '../../shared/errors'
import { EXPLAINERS, type ExplainerId } from '../../shared/domain/explainers'
import type { CropPair } from '../explain/explainer'
import type { PairExplanation } from '../explain/explanation'
import { shownMaps, signedAsShown, type ShownMaps } from '../explain/render/shownMaps'
import { Tools } from '../explain/tools'
import { XssabExplainer } from '../explain/xssab'
import type { DeviceRequest } from '../runtime/devices'
import { openFaceEngine } from './explain/openFaceEngine'
import { explainOtherwise, otherMethodOf } from './explain/otherExplainer'
import { chooseRecognizer, type ChosenRecognizer, type ModelRequest } from './explain/recognizer'
import { recordOf } from './explain/record'
import { SeveralFacesError } from './explain/severalFaces'
import { prepareSide, takeAsCrop, type PreparedSide, type UndecidedSide } from './explain/side'
import { Stopwatch } from './explain/stopwatch'

export interface ExplainRequest extends ModelRequest {
  /** Paths of the two photos. */
  a: string
  b: string
  faceA?: FaceChoice
  faceB?: FaceChoice
  /** The files are crops of the model's own size already: no detection. */
  aligned?: boolean
  /** What makes the maps; xSSAB when left out. */
  explainer?: ExplainerId
  /** For explainers that draw at random: same seed, same maps. 1 when left out. */
  seed?: number
  device?: DeviceRequest
  /** Where compiled graphs are kept; null keeps none. */
  cacheFolder: string | null
}

export interface ExplainContext {
  /** Told the stage that begins, in words. */
  report?: (stage: string) => void
  /** Told how far a long stage is. */
  countStage?: (stage: string, done: number, total: number) => void
  signal?: AbortSignal
}

export interface ExplainedPair {
  record: Omit<Comparison, 'colourScale' | 'timings'>
  /** xSSAB's run, which the score comes from. */
  explanation: PairExplanation
  /** As shown: by the explainer asked for. */
  maps: { a: ShownMaps; b: ShownMaps }
  a: PreparedSide
  b: PreparedSide
  stopwatch: Stopwatch
}

/**
 * The main job: two photos in, score, decision and maps out. The model is compiled and loaded while the photos are
 * decoded and searched.
 *
 * @throws VidimusError (usage, input) with the file's name, SeveralFacesError (input) where a choice is needed,
 *         `job.cancelled` (cancelled) between two stages once the signal is aborted
 */
export async function explainPair(request: ExplainRequest, { report = () => undefined, ...context }: ExplainContext = {}): Promise<ExplainedPair> {
  const { signal } = context
  const stopwatch = new Stopwatch()
  report('Reading the photos')
  const recognizer = await chooseRecognizer(request)
  const opening = stopwatch.time('model', () => XssabExplainer.open(recognizer, { device: request.device ?? 'cpu', cacheFolder: request.cacheFolder }))
  const preparing = stopwatch.time('photos', () => (request.aligned === true ? readCrops(request) : prepareFaces(request, opening, { report, ...(signal && { signal }) })))
  const explainer = await openWhile(opening, preparing)
  try {
    const [a, b] = await preparing
    if (request.aligned === true) checkCrops(explainer, request, [a, b])
    refuseCancelled(signal)
    report('Explaining the score')
    const pair = { a: cropOf(a), b: cropOf(b) }
    const [explanation] = await stopwatch.time('explanation', () => explainer.explain([pair], recognizer.threshold))
    const other = await stopwatch.time('other explainer', () => otherwise(request, recognizer, explainer, pair, context))
    const maps = other?.maps ?? { a: shownMaps(explanation!.maps.a), b: shownMaps(explanation!.maps.b) }
    return { record: await recordOf({ recognizer, explainer, explanation: explanation!, a, b, ...(other && { other }) }), explanation: explanation!, maps, a, b, stopwatch }
  } finally {
    await explainer.release()
  }
}

type Other = NonNullable<Parameters<typeof recordOf>[0]['other']> & Pick<ExplainedPair, 'maps'>

/** Maps and record of an explainer beside xSSAB, where one is asked for. */
async function otherwise({ explainer: id = 'xssab', seed = 1, device, cacheFolder }: ExplainRequest, recognizer: ChosenRecognizer, xssab: XssabExplainer, pair: CropPair, { countStage, signal }: ExplainContext): Promise<Other | null> {
  if (id === 'xssab') return null
  const tools = new Tools(recognizer, { device: device ?? 'cpu', cacheFolder })
  try {
    const progress = (done: number, total: number): void => countStage?.(`${EXPLAINERS[id].title}, forward passes`, done, total)
    const { maps: { width, height, a, b }, margin } = await explainOtherwise(id, { pair, threshold: recognizer.threshold, seed, progress, ...(signal && { signal }) }, tools)
    return { maps: { a: signedAsShown(a, width, height), b: signedAsShown(b, width, height) }, margin, method: otherMethodOf(id, seed, tools, xssab) }
  } finally {
    await tools.release()
  }
}

/** Waits for both, so that a failure of one leaves nothing of the other behind. A fault of the photos is told first. */
async function openWhile(opening: Promise<XssabExplainer>, preparing: Promise<unknown>): Promise<XssabExplainer> {
  const [opened, prepared] = await Promise.allSettled([opening, preparing])
  if (opened.status === 'rejected') throw prepared.status === 'rejected' ? prepared.reason : opened.reason
  if (prepared.status === 'fulfilled') return opened.value
  await opened.value.release()
  throw prepared.reason
}

type Sides = readonly [PreparedSide, PreparedSide]

const readCrops = async ({ a, b }: ExplainRequest): Promise<Sides> => [await takeAsCrop(a), await takeAsCrop(b)]

/** One photo after the other: decoding is where the memory goes. */
async function prepareFaces({ a, b, faceA, faceB }: ExplainRequest, opening: Promise<XssabExplainer>, { report = () => undefined, signal }: ExplainContext): Promise<Sides> {
  const engine = await openFaceEngine()
  try {
    // Only the compiled model tells how large its crops are.
    const { shape } = await opening
    report('Finding the face in the first photo')
    const first = await prepareSide(engine, a, shape, faceA)
    refuseCancelled(signal)
    report('Finding the face in the second photo')
    return decided(first, await prepareSide(engine, b, shape, faceB))
  } finally {
    await engine.release()
  }
}

/** Both questions are asked at once. */
function decided(a: PreparedSide | UndecidedSide, b: PreparedSide | UndecidedSide): Sides {
  if ('record' in a && 'record' in b) return [a, b]
  throw new SeveralFacesError(([['a', a], ['b', b]] as const).flatMap(([name, side]) => ('record' in side ? [] : [{ name, side }])))
}

function checkCrops({ shape: { width, height } }: XssabExplainer, request: ExplainRequest, sides: Sides): void {
  sides.forEach(({ crop }, i) => {
    if (crop.width === width && crop.height === height) return
    const path = i === 0 ? request.a : request.b
    throw inputError('crop.size', `"${path}" is ${crop.width} x ${crop.height} pixels; with --aligned it must be a face crop of the model's own size, ${width} x ${height}. Leave --aligned out for ordinary photos.`)
  })
}

const cropOf = ({ crop: { width, height, data } }: PreparedSide) => ({ width, height, rgb: data })

function refuseCancelled(signal?: AbortSignal): void {
  if (signal?.aborted === true) throw new VidimusError('cancelled', 'job.cancelled', 'The comparison was cancelled; nothing was written.')
}
