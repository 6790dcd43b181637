import { imageDims, type FaceModel } from '../../../compiler/faceModel'
import { gradientProgram } from '../../../compiler/programs/gradient'
import { rules } from '../../../compiler/rules'
import { Session, type Tensor } from '../../../runtime/session'
import { seededNoise } from '../../../runtime/seededNoise'
import { compareDifferences, type Difference } from './differences'

export interface Measurements {
  gradient: {
    /** The smallest over all steps, the largest over all directions. */
    relativeError: number
    tolerance: number
    differences: readonly Difference[]
  }
  /** Two images in one run against each alone: relative L2 error of the outputs. */
  batch: { relativeError: number; tolerance: number }
  problems: string[]
}

/** A wrong gradient is off by its own size; rounding and kinks on the way stay far below. */
const GRADIENT_TOLERANCE = 0.02
const BATCH_TOLERANCE = 1e-4

/** Runs the compiled gradient of the embedding on noise in -1..1, the range of a preprocessed picture. */
export async function measureModel(model: FaceModel): Promise<Measurements> {
  const pair = imageDims(model, 2)
  const single = imageDims(model, 1)
  const x = seededNoise(pair, 1)
  const half = x.data.length / 2
  const images = [0, 1].map((i): Tensor => ({ dims: single, data: x.data.slice(i * half, (i + 1) * half) }))
  const w = seededNoise([1, ...gradientProgram(model, single, rules).outputDims.slice(1)], 2)
  const alone = await withProgram(model, single, async (session) => ({
    outputs: [await outputOf(session, images[0]!, w), await outputOf(session, images[1]!, w)],
    differences: await compareDifferences(session, images[0]!, w)
  }))
  const both = await withProgram(model, pair, (session) => outputOf(session, x, { dims: [2, ...w.dims.slice(1)], data: Float32Array.of(...w.data, ...w.data) }))
  return judge(alone.differences, relativeError(both, Float32Array.of(...alone.outputs[0]!, ...alone.outputs[1]!)), both.every(Number.isFinite))
}

function judge(differences: readonly Difference[], batchError: number, finite: boolean): Measurements {
  const directions = [...new Set(differences.map(({ direction }) => direction))]
  const best = directions.map((direction) => Math.min(...differences.filter((d) => d.direction === direction).map((d) => d.relativeError)))
  const gradientError = Math.max(...best)
  const problems: string[] = []
  if (!finite) problems.push('The model gives NaN or infinity on random input in -1..1. Check its weights and its preprocessing.')
  else if (!(gradientError <= GRADIENT_TOLERANCE)) problems.push(`The gradient disagrees with finite differences: relative error ${gradientError.toExponential(1)}, at most ${GRADIENT_TOLERANCE} allowed. Please report this model.`)
  if (finite && !(batchError <= BATCH_TOLERANCE)) problems.push(`Two images in one run give other outputs than each alone: relative error ${batchError.toExponential(1)}. The model mixes images of a batch; export it in evaluation mode.`)
  return { gradient: { relativeError: gradientError, tolerance: GRADIENT_TOLERANCE, differences }, batch: { relativeError: batchError, tolerance: BATCH_TOLERANCE }, problems }
}

async function withProgram<T>(model: FaceModel, dims: readonly number[], use: (session: Session) => Promise<T>): Promise<T> {
  const session = await Session.open(gradientProgram(model, dims, rules).bytes)
  try {
    return await use(session)
  } finally {
    await session.release()
  }
}

async function outputOf(session: Session, images: Tensor, cotangent: Tensor): Promise<Float32Array> {
  return (await session.run({ images, cotangent }, ['y'])).y!.data
}

function relativeError(a: Float32Array, b: Float32Array): number {
  const norm = (values: Float32Array): number => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0))
  return norm(a.map((value, i) => value - b[i]!)) / norm(b)
}
