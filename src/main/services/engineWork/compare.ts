import { createHash } from 'node:crypto'
import type { FaceMaps, LiveExplanation } from '../../../shared/domain/caseComparison'
import { Comparison } from '../../../shared/domain/comparison'
import type { EnhancementSteps } from '../../../shared/domain/enhancement'
import type { FivePoints } from '../../../shared/domain/face'
import type { MarginByRegion } from '../../../shared/domain/regions'
import { usageError, VidimusError } from '../../../shared/errors'
import { decide, type PairExplanation } from '../../explain/explanation'
import { colourScale } from '../../explain/render/colours'
import { SHOWN_MAPS, shownMaps, signedAsShown, type ShownMaps } from '../../explain/render/shownMaps'
import type { EngineContext } from '../engine'
import { explainOtherwise, type OtherExplainer } from '../explain/otherExplainer'
import { recordOf } from '../explain/record'
import { withThreshold, type ChosenRecognizer, type LoadedRecognizer } from '../explain/recognizer'
import { Stopwatch } from '../explain/stopwatch'
import type { ModelSlot, OpenModel } from './models'
import { comparedFace, type CropCache, type PreparedCrop } from './sides'
import type { CompareRequest, ComparedFaces, ExplainRequest, SideRequest } from './types'

export interface Tools {
  models: ModelSlot
  crops: CropCache
}
interface Pair<T> {
  a: T
  b: T
}

/**
 * Score, decision and maps of two faces, for looking.
 *
 * @throws VidimusError (input) for evidence or a model that can't be used, `threshold.unknown` (usage), `job.cancelled`
 */
export async function explainFaces(request: ExplainRequest, { models, crops }: Tools, { signal, report }: EngineContext<{ done: number; total: number }>): Promise<LiveExplanation> {
  const model = await models.get(request.choice)
  const { threshold } = choose(model.recognizer, request)
  const pair = await prepare(request, crops, model, signal, side => (request.enhanced ? side.steps : []))
  const explanation = await explain(model, pair, threshold)
  const { maps, margin } = request.explainer === 'xssab'
    ? { maps: { a: shownMaps(explanation.maps.a), b: shownMaps(explanation.maps.b) }, margin: null }
    : await mapsOf(request.explainer, pair, threshold, model, { signal, report })
  return {
    cosine: explanation.cosine,
    threshold,
    decision: decide(explanation.cosine, threshold),
    arguments: new Float32Array(explanation.arguments),
    bound: Math.fround(Math.fround(threshold) / explanation.arguments.length),
    a: faceMaps(maps.a),
    b: faceMaps(maps.b),
    scale: colourScale([maps.a, maps.b], request.palette, request.opacity),
    explainer: request.explainer,
    margin,
    mapsSha256: hashMaps(maps)
  }
}

/** Forward passes between two reports. */
const REPORTED = 20
/** Looking draws the same random masks each time. */
const SEED = 1

async function mapsOf(id: OtherExplainer, { a, b }: Pair<PreparedCrop>, threshold: number, { tools }: OpenModel, { signal, report }: EngineContext<{ done: number; total: number }>): Promise<{ maps: Pair<ShownMaps>; margin: MarginByRegion | null }> {
  const progress = (done: number, total: number): void => {
    if (done % REPORTED === 0) report({ done, total })
  }
  const { maps, margin } = await explainOtherwise(id, { pair: { a: a.crop, b: b.crop }, threshold, seed: SEED, progress, signal }, tools)
  return { maps: { a: signedAsShown(maps.a, maps.width, maps.height), b: signedAsShown(maps.b, maps.width, maps.height) }, margin }
}

export const faceMaps = ({ width, height, similar, dissimilar, combined }: ShownMaps): FaceMaps => ({
  width, height, similar: new Float32Array(similar), dissimilar: new Float32Array(dissimilar), combined: new Float32Array(combined)
})

/** The same with everything that is kept of a run; the record and the maps are those of the originals. */
export async function compareFaces(request: CompareRequest, { models, crops }: Tools, signal: AbortSignal): Promise<ComparedFaces> {
  const stopwatch = new Stopwatch()
  const model = await stopwatch.time('model', () => models.get(request.choice))
  const recognizer = choose(model.recognizer, request)
  const pair = await stopwatch.time('photos', () => prepare(request, crops, model, signal, () => []))
  const explanation = await stopwatch.time('explanation', () => explain(model, pair, recognizer.threshold))
  const maps = { a: shownMaps(explanation.maps.a), b: shownMaps(explanation.maps.b) }
  const sides = { a: { record: comparedFace(request.a, pair.a) }, b: { record: comparedFace(request.b, pair.b) } }
  const record = await recordOf({ recognizer, explainer: model.explainer, explanation, ...sides })
  const others = await stopwatch.time('other scores', () => otherScores(request, crops, model, signal))
  const scale = colourScale([maps.a, maps.b], request.palette, request.opacity)
  return { record: Comparison.parse({ ...record, colourScale: scale, timings: stopwatch.read() }), ...others, mapsSha256: hashMaps(maps) }
}

async function otherScores(request: CompareRequest, crops: CropCache, model: OpenModel, signal: AbortSignal): Promise<Pick<ComparedFaces, 'automaticCosine' | 'enhancedCosine'>> {
  const { a, b } = request
  const score = async (pointsOf: (side: SideRequest) => FivePoints, stepsOf: (side: SideRequest) => EnhancementSteps): Promise<number> =>
    (await explain(model, await prepare(request, crops, model, signal, stepsOf, pointsOf), 0)).cosine
  const corrected = a.known.automaticPoints !== null || b.known.automaticPoints !== null
  const enhanced = a.steps.length > 0 || b.steps.length > 0
  return {
    automaticCosine: corrected ? await score(side => side.known.automaticPoints ?? side.points, () => []) : null,
    enhancedCosine: enhanced ? await score(side => side.points, side => side.steps) : null
  }
}

/** @throws VidimusError `threshold.unknown` (usage) */
function choose(loaded: LoadedRecognizer, { threshold, fallback }: CompareRequest): ChosenRecognizer {
  const chosen = withThreshold(loaded, threshold ?? undefined) ?? withThreshold(loaded, fallback ?? undefined)
  if (chosen !== null) return chosen
  throw usageError('threshold.unknown', `No calibration is known for the model "${loaded.name}", so Vidimus can't tell where its scores begin to support the same source. Enter the threshold that was measured for it in the settings.`)
}

async function prepare(
  { a, b }: CompareRequest, crops: CropCache, { explainer }: OpenModel, signal: AbortSignal,
  stepsOf: (side: SideRequest) => EnhancementSteps, pointsOf: (side: SideRequest) => FivePoints = side => side.points
): Promise<Pair<PreparedCrop>> {
  const prepareOne = async (side: SideRequest): Promise<PreparedCrop> => {
    if (signal.aborted) throw new VidimusError('cancelled', 'job.cancelled', 'The comparison was cancelled; nothing was kept.')
    return crops.get(side.photo, pointsOf(side), stepsOf(side), explainer.shape)
  }
  return { a: await prepareOne(a), b: await prepareOne(b) }
}

const explain = async ({ explainer }: OpenModel, { a, b }: Pair<PreparedCrop>, threshold: number): Promise<PairExplanation> =>
  (await explainer.explain([{ a: a.crop, b: b.crop }], threshold))[0]!

/** SHA-256 over the six shown maps as little-endian float32: a then b, each similar, dissimilar, combined. */
export function hashMaps({ a, b }: Pair<ShownMaps>): string {
  const hash = createHash('sha256')
  for (const maps of [a, b]) for (const which of SHOWN_MAPS) hash.update(new Uint8Array(maps[which].buffer, maps[which].byteOffset, maps[which].byteLength))
  return hash.digest('hex')
}
