import { createHash } from 'node:crypto'
import type { ComparedFace, Comparison } from '../../../shared/domain/comparison'
import type { Run } from '../../../shared/domain/caseComparison'
import type { EnhancementSteps } from '../../../shared/domain/enhancement'
import type { FivePoints } from '../../../shared/domain/face'
import { regionContributions, type RegionContribution } from '../../../shared/domain/regions'
import { VidimusError } from '../../../shared/errors'
import type { Crop, PairExplanation } from '../../explain/explanation'
import { shownMaps } from '../../explain/render/shownMaps'
import type { XssabExplainer } from '../../explain/xssab'
import { alignFace } from '../../faces/align'
import { enhancePhoto } from '../../faces/enhance'
import { openPhoto, type Photo } from '../../faces/photo'
import { readModelManifest } from '../../runtime/models'
import { mapsBytes, readMaps } from '../../reports/package/maps'
import { faceMaps } from '../engineWork/compare'
import { argumentsOf } from '../explain/record'
import { compareExactly, compareNumbers, worst, type Finding, type ReplayState } from './difference'
import type { ReplayModels } from './models'
import type { PhotoSource } from './photos'
import { recordFindings } from './recorded'

/** A run as a package or a report says it; what is null, it does not say. */
export interface RecordedRun {
  /** "run 2 of C-1". */
  label: string
  record: Comparison
  run: Omit<Run, 'record'> | null
  /** maps/<run>.f32. */
  maps: Uint8Array | null
  arguments: readonly number[] | null
  regions: { a: readonly RegionContribution[]; b: readonly RegionContribution[] } | null
}

export interface RunReplay {
  label: string
  state: ReplayState
  /** Why it could not be computed again; null where it was. */
  missing: string | null
  findings: Finding[]
  /** Where it ran now, and where then. */
  devices: { recorded: string; now: string | null }
}

export interface ReplayContext {
  models: ReplayModels
  photos: PhotoSource
}

/** Computes a run again from its record and compares everything. @throws VidimusError (input) for a model that can't be loaded */
export async function replayRun(recorded: RecordedRun, context: ReplayContext): Promise<RunReplay> {
  const { label, record, run } = recorded
  const own = [...rowFindings(record, run), ...recordFindings(record, await readModelManifest())]
  const devices = { recorded: `${record.device.name} (${record.device.used})`, now: null }
  const again = await computeAgain(recorded, context)
  if (typeof again === 'string') return { label, state: worst(['incomplete', ...own.map(({ state }) => state)]), missing: again, findings: own, devices }
  const findings = [...again.findings, ...own]
  return { label, state: worst(findings.map(({ state }) => state)), missing: null, findings, devices: { ...devices, now: again.device } }
}

/** The run's own row repeats what its record says. */
function rowFindings(record: Comparison, run: RecordedRun['run']): Finding[] {
  if (run === null) return []
  const { cosine, threshold, thresholdKind, decision, model, modelSha256 } = run
  const said = { cosine: record.cosine, threshold: record.threshold, thresholdKind: record.thresholdOrigin.kind, decision: record.decision, model: record.model.name, modelSha256: record.model.sha256 }
  return [compareExactly('what the run says of its record', { cosine, threshold, thresholdKind, decision, model, modelSha256 }, said)]
}

interface Side {
  photo: Photo
  bytes: number
  face: ComparedFace
}

async function computeAgain(recorded: RecordedRun, { models, photos }: ReplayContext): Promise<{ findings: Finding[]; device: string } | string> {
  const { record } = recorded
  if (record.method.name !== 'xSSAB') return `its maps are by ${record.method.name}; only xSSAB's are computed again`
  const explainer = await models.open(record)
  if (typeof explainer === 'string') return explainer
  const [a, b] = [await sideOf(record.a, photos), await sideOf(record.b, photos)]
  if (typeof a === 'string') return a
  if (typeof b === 'string') return b
  try {
    const explanation = await explain(explainer, await pairOf(explainer, { a, b }), record.threshold)
    const scores = await otherScores(recorded, explainer, { a, b })
    const geometry = [...(await sideFindings('A', a, explainer)), ...(await sideFindings('B', b, explainer))]
    return { findings: [...scoreFindings(recorded, explanation), ...scores, ...mapFindings(recorded, explanation), ...geometry], device: `${explainer.device.name} (${explainer.device.used}, ${explainer.precision})` }
  } catch (error) {
    if (error instanceof VidimusError && error.kind === 'input') return error.message
    throw error
  }
}

async function sideOf(face: ComparedFace, photos: PhotoSource): Promise<Side | string> {
  const bytes = await photos({ file: face.file, sha256: face.sha256, size: face.size })
  if (typeof bytes === 'string') return bytes
  try {
    return { photo: await openPhoto(bytes), bytes: bytes.length, face }
  } catch (error) {
    if (error instanceof VidimusError) return `the photo "${face.file}": ${error.message}`
    throw error
  }
}

interface Sides<T> {
  a: T
  b: T
}
type Choice = { points?: (face: ComparedFace) => FivePoints | null; steps?: Sides<EnhancementSteps> }

const pairOf = async (explainer: XssabExplainer, { a, b }: Sides<Side>, { points = face => face.points, steps = { a: [], b: [] } }: Choice = {}): Promise<Sides<Crop>> => ({
  a: await cropOf(a, points(a.face), steps.a, explainer), b: await cropOf(b, points(b.face), steps.b, explainer)
})

async function cropOf({ photo }: Side, points: FivePoints | null, steps: EnhancementSteps, { shape }: XssabExplainer): Promise<Crop> {
  const { width, height, data } = points === null ? photo.working : (await alignFace(enhancePhoto(photo, steps), points, shape)).crop
  return { width, height, rgb: data }
}

const explain = async (explainer: XssabExplainer, pair: Sides<Crop>, threshold: number): Promise<PairExplanation> => (await explainer.explain([pair], threshold))[0]!

async function otherScores({ run }: RecordedRun, explainer: XssabExplainer, sides: Sides<Side>): Promise<Finding[]> {
  const score = async (choice: Choice): Promise<number> => (await explain(explainer, await pairOf(explainer, sides, choice), 0)).cosine
  const findings: Finding[] = []
  if (typeof run?.automaticCosine === 'number') findings.push(compareNumbers({ what: 'score with the points as found', recorded: [run.automaticCosine], now: [await score({ points: face => face.automaticPoints ?? face.points })] }))
  if (run?.enhanced) findings.push(compareNumbers({ what: 'score of the enhanced copies', recorded: [run.enhanced.cosine], now: [await score({ steps: run.enhanced })] }))
  return findings
}

function scoreFindings({ record, arguments: told }: RecordedRun, explanation: PairExplanation): Finding[] {
  const { positive, negative, positiveSum, negativeSum, bound, strongest } = record.arguments
  const now = argumentsOf(explanation)
  const moved = Math.abs(positive - now.positive)
  const named = [...strongest.positive, ...strongest.negative]
  const score = compareNumbers({ what: 'score', recorded: [record.cosine], now: [explanation.cosine] })
  return [
    score,
    compareExactly('bound of the arguments', bound, now.bound),
    countFinding([positive, negative], [now.positive, now.negative], score),
    compareNumbers({ what: 'sums of the arguments', recorded: [positiveSum, negativeSum], now: [now.positiveSum, now.negativeSum], slack: moved * Math.abs(bound) * 1.01 }),
    compareNumbers({ what: 'strongest arguments', recorded: named.map(({ value }) => value), now: named.map(({ dimension }) => explanation.arguments[dimension] ?? NaN) }),
    ...(told === null ? [] : [compareNumbers({ what: 'arguments', recorded: told, now: explanation.arguments })])
  ]
}

/** An argument beside the bound may fall on the other side where the score is rounded otherwise; how many, is said. */
function countFinding(recorded: readonly number[], now: readonly number[], score: Finding): Finding {
  const what = 'numbers of arguments'
  const moved = Math.abs(recorded[0]! - now[0]!) + Math.abs(recorded[1]! - now[1]!)
  if (moved === 0) return { what, state: 'identical', by: 0, message: `${what}: identical` }
  const state = score.state === 'equal' && moved <= 20 ? 'equal' : 'differs'
  return { what, state, by: null, message: `${what}: ${recorded.join(' for and ')} against are recorded, ${now.join(' for and ')} against computed` }
}

function mapFindings({ run, maps: kept, regions }: RecordedRun, { maps }: PairExplanation): Finding[] {
  const shown = { a: faceMaps(shownMaps(maps.a)), b: faceMaps(shownMaps(maps.b)) }
  const bytes = mapsBytes(shown)
  return [...(run === null ? [] : [mapFinding(run.mapsSha256, kept, bytes)]), ...(regions === null ? [] : [regionFinding('A', regions.a, regionContributions(shown.a)), regionFinding('B', regions.b, regionContributions(shown.b))])]
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

function mapFinding(recorded: string, kept: Uint8Array | null, bytes: Uint8Array): Finding {
  const what = 'maps'
  const [before, now] = [kept && readMaps(kept), readMaps(bytes)!]
  if (kept !== null && before === null) return { what, state: 'differs', by: null, message: 'maps: those in the package are not of the form of maps' }
  const largest = now.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const compared = before && compareNumbers({ what, recorded: before, now, scale: largest })
  if (hashOf(bytes) === recorded) return compared ?? { what, state: 'identical', by: 0, message: 'maps: identical' }
  if (compared === null) return { what, state: 'incomplete', by: null, message: `maps: their hash is ${hashOf(bytes)}, and ${recorded} is recorded; the recorded ones are not at hand, so nothing says by how much they differ` }
  if (compared.state !== 'identical') return compared
  return { what, state: 'equal', by: null, message: `maps: identical to those in the package, which were computed again when it was packed; the hash recorded by the run, ${recorded}, is that of others` }
}

function regionFinding(side: string, recorded: readonly RegionContribution[], now: readonly RegionContribution[]): Finding {
  const values = (rows: readonly RegionContribution[]): number[] => rows.flatMap(({ similar, dissimilar, combined }) => [similar, dissimilar, combined])
  const shares = (rows: readonly RegionContribution[]): unknown => rows.map(({ region, area }) => [region, area.toFixed(9)])
  const names = compareExactly(`regions of ${side}`, shares(recorded), shares(now))
  if (names.state !== 'identical') return names
  const scale = values(now).reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const sums = compareNumbers({ what: `sums of the regions of ${side}`, recorded: values(recorded), now: values(now), scale })
  const parts = compareNumbers({ what: `shares of the regions of ${side}`, recorded: recorded.map(({ share }) => share), now: now.map(({ share }) => share) })
  return sums.state === 'differs' || parts.state === 'identical' ? sums : parts
}

/** What the record says of the photo and of where the face was cut from it. */
async function sideFindings(name: string, { photo, bytes, face }: Side, { shape }: XssabExplainer): Promise<Finding[]> {
  const { format, width, height, orientation } = photo
  const said = { size: face.size, format: face.photo.format, width: face.photo.width, height: face.photo.height, orientation: face.photo.orientation }
  const findings = [compareExactly(`facts of photo ${name}`, said, { size: bytes, format, width, height, orientation })]
  if (face.points === null || face.alignment === null) return findings
  const { leftEye, rightEye } = face.points
  const { toCrop } = await alignFace(photo, face.points, shape)
  return [
    ...findings,
    compareNumbers({ what: `alignment of ${name}`, recorded: face.alignment, now: [...toCrop] }),
    compareNumbers({ what: `distance between the eyes of ${name}`, recorded: [face.interEyePixels ?? NaN], now: [Math.hypot(rightEye.x - leftEye.x, rightEye.y - leftEye.y)] })
  ]
}
