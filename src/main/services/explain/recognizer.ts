import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { ThresholdOrigin } from '../../../shared/domain/comparison'
import type { Calibration } from '../../../shared/domain/model'
import { usageError } from '../../../shared/errors'
import type { Recognizer } from '../../explain/xssab'
import { USUAL_PREPROCESSING, type Preprocessing } from '../../explain/preprocess'
import { loadDefaultModel, readModelManifest } from '../../runtime/models'
import type { ModelChoice } from './modelChoice'
import { readModelFile } from './readModelFile'

export interface ModelRequest extends ModelChoice {
  /** th_d as a cosine; the model's calibrated threshold when left out. */
  threshold?: number
}

/** A recognition model, read and hashed. */
export interface LoadedRecognizer extends Recognizer {
  id: string
  name: string
  /** Null for a model whose error rates nobody measured. */
  calibration: Calibration | null
  /** What the model's makers do not say. */
  undocumented: readonly string[]
}

export interface ChosenRecognizer extends LoadedRecognizer {
  threshold: number
  origin: ThresholdOrigin
}

/**
 * The recognition model of a comparison with its threshold.
 *
 * @throws VidimusError `threshold.unknown` (usage) for a model without calibration and no threshold given, and what
 *         `loadRecognizer` throws
 */
export async function chooseRecognizer(request: ModelRequest): Promise<ChosenRecognizer> {
  const loaded = await loadRecognizer(request)
  const chosen = withThreshold(loaded, request.threshold)
  if (chosen !== null) return chosen
  throw usageError('threshold.unknown', `No calibration is known for the model "${request.model}", so Vidimus can't tell where its scores begin to support a match. Give the threshold that was measured for it with --threshold T (a cosine, -1 to 1).`)
}

/**
 * @throws VidimusError `model.preprocessing` (usage) for another preprocessing on a default model, and what reading a
 *         file throws
 */
export async function loadRecognizer(request: ModelChoice): Promise<LoadedRecognizer> {
  const { models } = await readModelManifest()
  const known = models.find(({ id, role }) => role === 'recognition' && (request.model === undefined || id === request.model))
  if (known !== undefined) return defaultModel(request, known.id)
  const ids = models.flatMap(({ id, role }) => (role === 'recognition' ? [id] : []))
  return ownModel(request, request.model ?? '', ids)
}

/** The threshold given, or the calibrated one; null where there is neither. A threshold equal to the calibrated one is that. */
export function withThreshold(loaded: LoadedRecognizer, given?: number): ChosenRecognizer | null {
  const { calibration } = loaded
  if (calibration !== null && (given ?? calibration.threshold) === calibration.threshold) {
    const { threshold, ...origin } = calibration
    return { ...loaded, threshold, origin: { kind: 'calibrated', ...origin } }
  }
  return given === undefined ? null : { ...loaded, threshold: given, origin: { kind: 'user' } }
}

async function defaultModel(request: ModelChoice, id: string): Promise<LoadedRecognizer> {
  if (request.embedding !== undefined || Object.keys(request.preprocessing ?? {}).length > 0)
    throw usageError('model.preprocessing', `"${id}" is fed as it was trained; --embedding, --mean, --scale and --channels are for ONNX files of your own (--model FILE).`)
  const { entry, bytes } = await loadDefaultModel(id)
  const { subtract, divide } = entry.input
  const preprocessing: Preprocessing = { subtract, divide, channels: 'RGB' }
  return { bytes, sha256: entry.sha256, preprocessing, id, name: entry.name, calibration: entry.calibration ?? null, undocumented: entry.undocumented }
}

async function ownModel(request: ModelChoice, path: string, ids: readonly string[]): Promise<LoadedRecognizer> {
  const bytes = await readModelFile(path, `, nor a default model of that name (known: ${ids.join(', ')})`)
  const recognizer: Recognizer = { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), preprocessing: { ...USUAL_PREPROCESSING, ...request.preprocessing } }
  if (request.embedding !== undefined) recognizer.embedding = request.embedding
  return { ...recognizer, id: basename(path), name: basename(path), calibration: null, undocumented: ['What it was trained on, how it errs, and at which threshold.'] }
}
