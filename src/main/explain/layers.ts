import { inputError } from '../../shared/errors'
import type { Style } from '../compiler/builder'
import { readFaceModel, type Layout } from '../compiler/faceModel'
import { layersProgram } from '../compiler/programs/layers'
import { rules } from '../compiler/rules'
import { openOn, type DeviceRecord } from '../runtime/devices'
import type { Provider, Session } from '../runtime/session'
import { COMPILER_FINGERPRINT } from './compilerFingerprint'
import type { CropPair } from './explainer'
import { toTensor } from './preprocess'
import { cachedProgram, type Cached } from './programCache'
import type { OpenOptions, Precision, Recognizer } from './xssab'

/** The maps of one image, each [height, width] row-major. */
export interface LayerMaps {
  /** In parts of the margin: its sum is cosine - threshold less `rest`. High argues for the same source. */
  contributions: Float32Array
  /** What the score owes to this image having its own content there and not the other's; high argues for the same source. */
  contrast: Float32Array
  /** What both faces have there for the same source, as far as they agree there: one map for both, high argues for the same source. */
  common: Float32Array
  /** Of the margin, what the layers' biases add and no place in the image does. */
  rest: number
}

export interface LayerExplanation {
  width: number
  height: number
  /** Cosine of the two embeddings, -1..1. */
  cosine: number
  threshold: number
  a: LayerMaps
  b: LayerMaps
}

interface ProgramMeta {
  layout: Layout
  width: number
  height: number
}

/** xSSAB-L (compiler/programs/layers.ts, docs/research/0001) for pairs of aligned crops, one run of one compiled graph a pair. */
export class LayerExplainer {
  private constructor(
    private readonly session: Session,
    private readonly recognizer: Recognizer,
    readonly device: DeviceRecord,
    private readonly shape: Readonly<ProgramMeta>
  ) {}

  /** @throws VidimusError (input) for a model that can't be read, differentiated or loaded */
  static async open(recognizer: Recognizer, options: Omit<OpenOptions, 'pairs'> = {}): Promise<LayerExplainer> {
    let shape: ProgramMeta | undefined
    const modelFor = async (provider: Provider): Promise<Uint8Array> => {
      const style = provider === 'cpu' && process.arch === 'x64' ? 'blocked' : 'plain'
      const program = await compiled(recognizer, options.precision ?? 'exact', style, options.cacheFolder ?? null)
      shape = program.meta
      return program.bytes
    }
    const { session, device } = await openOn(options.device ?? 'cpu', modelFor, options.threads === undefined ? {} : { threads: options.threads })
    if (shape === undefined) throw new Error('no program was compiled')
    return new LayerExplainer(session, recognizer, device, shape)
  }

  /**
   * @param threshold the decision threshold th_d as a cosine, -1..1
   * @throws VidimusError (input) `model.not-finite` when the model gives NaN or infinity, `crop.size` for crops of another size
   */
  async explain({ a, b }: CropPair, threshold: number): Promise<LayerExplanation> {
    const { width, height } = this.shape
    const out = await this.session.run({ images: toTensor([a, b], this.shape, this.recognizer.preprocessing), threshold: { dims: [1], data: Float32Array.of(threshold) } })
    const row = (name: string, image: number): Float32Array => out[name]?.data.slice(image * width * height, (image + 1) * width * height) ?? new Float32Array()
    const cosine = out['cosine']?.data[0] ?? NaN
    const maps = (image: number): LayerMaps => {
      const contributions = row('contributions', image)
      return { contributions, contrast: row('contrast', image), common: row('common', image), rest: cosine - threshold - contributions.reduce((sum, value) => sum + value, 0) }
    }
    const explanation = { width, height, cosine, threshold, a: maps(0), b: maps(1) }
    refuseNonFinite(explanation)
    return explanation
  }

  async release(): Promise<void> {
    await this.session.release()
  }
}

function compiled(recognizer: Recognizer, precision: Precision, style: Style, folder: string | null): Promise<Cached<ProgramMeta>> {
  const embedding = Buffer.from(recognizer.embedding ?? '').toString('hex')
  const key = ['layers', precision, style, recognizer.sha256, embedding, COMPILER_FINGERPRINT].join('-')
  return cachedProgram(folder, key, () => {
    const model = readFaceModel(recognizer.bytes, rules, recognizer.embedding)
    const { layout, width, height } = model.input
    return { meta: { layout, width, height }, bytes: layersProgram(model, 1, rules, { style, exact: precision === 'exact' }).bytes }
  })
}

function refuseNonFinite({ cosine, a, b }: LayerExplanation): void {
  if ([a, b].every(({ contributions, contrast, common }) => [contributions, contrast, common].every((map) => map.every(Number.isFinite))) && Number.isFinite(cosine)) return
  throw inputError('model.not-finite', 'The model gave NaN or infinity for this pair, so there is no score and no explanation. Check the model file and its preprocessing (--mean, --scale).')
}
