import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { ThresholdOrigin } from '../../../shared/domain/comparison'
import type { Calibration } from '../../../shared/domain/model'
import { usageError } from '../../../shared/errors'
import type { Recognizer } from '../../explain/xssab'
import { USUAL_PREPROCESSING, type Preprocessing } from '../../explain/preprocess'
import { loadDefaultModel, readModelManifest } from '../../runtime/models'
import { readModelFile } from './readModelFile'

/** Which recognition model, and how it is fed. */
export interface ModelRequest {
  /** Id of a default model or path of an ONNX file; the default recogniser when left out. */
  model?: string
  /** th_d as a cosine; the model's calibrated threshold when left out. */
  threshold?: number
  /** For ONNX files of the user's own. */
  embedding?: string
  preprocessing?: Partial<Preprocessing>
}

export interface ChosenRecognizer extends Recognizer {
  id: string
  name: string
  threshold: number
  origin: ThresholdOrigin
  /** What the model's makers do not say. */
  undocumented: readonly string[]
}

/**
 * The recognition model of a comparison with its threshold.
 *
 * @throws VidimusError `threshold.unknown` (usage) for a model without calibration and no threshold given,
 *         `model.preprocessing` (usage) for another preprocessing on a default model, and what reading a file throws
 */
export async function chooseRecognizer(request: ModelRequest): Promise<ChosenRecognizer> {
  const { models } = await readModelManifest()
  const known = models.find(({ id, role }) => role === 'recognition' && (request.model === undefined || id === request.model))
  if (known !== undefined) return defaultModel(request, known.id)
  const ids = models.flatMap(({ id, role }) => (role === 'recognition' ? [id] : []))
  return ownModel(request, request.model ?? '', ids)
}

async function defaultModel(request: ModelRequest, id: string): Promise<ChosenRecognizer> {
  if (request.embedding !== undefined || Object.keys(request.preprocessing ?? {}).length > 0)
    throw usageError('model.preprocessing', `"${id}" is fed as it was trained; --embedding, --mean, --scale and --channels are for ONNX files of your own (--model FILE).`)
  const { entry, bytes } = await loadDefaultModel(id)
  const { subtract, divide } = entry.input
  const preprocessing: Preprocessing = { subtract, divide, channels: 'RGB' }
  return { bytes, sha256: entry.sha256, preprocessing, id, name: entry.name, ...thresholdOf(request, id, entry.calibration), undocumented: entry.undocumented }
}

async function ownModel(request: ModelRequest, path: string, ids: readonly string[]): Promise<ChosenRecognizer> {
  const bytes = await readModelFile(path, `, nor a default model of that name (known: ${ids.join(', ')})`)
  const recognizer: Recognizer = { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), preprocessing: { ...USUAL_PREPROCESSING, ...request.preprocessing } }
  if (request.embedding !== undefined) recognizer.embedding = request.embedding
  return { ...recognizer, id: basename(path), name: basename(path), ...thresholdOf(request, path), undocumented: ['What it was trained on, how it errs, and at which threshold.'] }
}

function thresholdOf({ threshold }: ModelRequest, model: string, calibration?: Calibration): Pick<ChosenRecognizer, 'threshold' | 'origin'> {
  if (threshold !== undefined) return { threshold, origin: { kind: 'user' } }
  if (calibration === undefined)
    throw usageError('threshold.unknown', `No calibration is known for the model "${model}", so Vidimus can't tell where its scores begin to support a match. Give the threshold that was measured for it with --threshold T (a cosine, -1 to 1).`)
  const { threshold: calibrated, ...origin } = calibration
  return { threshold: calibrated, origin: { kind: 'calibrated', ...origin } }
}
