import { inputError } from '../../shared/errors'
import { readFaceModel, type Layout } from '../compiler/faceModel'
import { xssabProgram } from '../compiler/programs/xssab'
import type { Style } from '../compiler/builder'
import { rules } from '../compiler/rules'
import { openOn, type DeviceRecord, type DeviceRequest } from '../runtime/devices'
import type { Provider, Session, Tensor } from '../runtime/session'
import { COMPILER_FINGERPRINT } from './compilerFingerprint'
import type { Crop, Maps, PairExplanation } from './explanation'
import { toTensor, type Preprocessing } from './preprocess'
import { cachedProgram, type Cached, type CacheEntry, type CacheOutcome } from './programCache'

/** A recognition model as bytes, with what is needed to feed it. */
export interface Recognizer {
  bytes: Uint8Array
  /** SHA-256 of `bytes`, hexadecimal. */
  sha256: string
  preprocessing: Preprocessing
  /** Name of the embedding output, where the model has several that could be it. */
  embedding?: string
}

export type Precision = 'exact' | 'fast'

export interface OpenOptions {
  device?: DeviceRequest
  threads?: number
  /**
   * `exact` runs the forward pass in float64, so that every unit at a kink takes its true side and maps agree between
   * machines to some 1e-6. On a GPU that part runs on the CPU beside it, since GPUs lack float64. `fast` is float32
   * throughout: one image in ten is off by some 1e-3.
   */
  precision?: Precision
  /** Pairs explained in one run. */
  pairs?: number
  /** Folder for compiled graphs; null compiles every time. */
  cacheFolder?: string | null
}

interface ProgramMeta {
  layout: Layout
  width: number
  height: number
  embeddingSize: number
  subnormals: number
}

/** xSSAB (Huber et al. 2024) for pairs of aligned crops: one run of one compiled graph explains `pairs` pairs in both directions. */
export class XssabExplainer {
  private constructor(
    private readonly session: Session,
    private readonly recognizer: Recognizer,
    readonly device: DeviceRecord,
    /** Crop size, input layout and embedding length of the model. */
    readonly shape: Readonly<ProgramMeta>,
    readonly pairs: number,
    readonly precision: Precision,
    readonly cache: { outcome: CacheOutcome; note: string }
  ) {}

  /**
   * Compiles the model, or takes the compiled graph from the cache, and loads it.
   *
   * @throws VidimusError (input) for a model that can't be read, differentiated or loaded
   */
  static async open(recognizer: Recognizer, options: OpenOptions = {}): Promise<XssabExplainer> {
    const pairs = options.pairs ?? 1
    let program: Compiled | undefined
    const precision = options.precision ?? 'exact'
    const modelFor = async (provider: Provider): Promise<Uint8Array> => {
      program = await compiled(recognizer, { pairs, precision, style: styleFor(provider) }, options.cacheFolder ?? null)
      return program.bytes
    }
    const { session, device } = await openOn(options.device ?? 'cpu', modelFor, options.threads === undefined ? {} : { threads: options.threads })
    if (program === undefined) throw new Error('no program was compiled')
    const { meta, outcome, note } = program
    return new XssabExplainer(session, recognizer, device, meta, pairs, precision, { outcome, note })
  }

  /**
   * Explains exactly `this.pairs` pairs in one run.
   *
   * @param threshold the decision threshold th_d as a cosine, -1..1
   * @throws VidimusError (input) `model.not-finite` when the model gives NaN or infinity, `crop.size` for crops of another size
   */
  async explain(crops: readonly { a: Crop; b: Crop }[], threshold: number): Promise<PairExplanation[]> {
    if (crops.length !== this.pairs) throw new Error(`this explainer takes ${this.pairs} pairs a run, not ${crops.length}`)
    const images = toTensor([...crops.map(({ a }) => a), ...crops.map(({ b }) => b)], this.shape, this.recognizer.preprocessing)
    const out = await this.session.run({ images, threshold: { dims: [1], data: Float32Array.of(threshold) } })
    return crops.map((_, i) => this.pick(out, i, threshold))
  }

  async release(): Promise<void> {
    await this.session.release()
  }

  private pick(out: Record<string, Tensor>, i: number, threshold: number): PairExplanation {
    const { width, height, embeddingSize: n } = this.shape
    const row = (name: string, index: number, length: number): Float32Array => out[name]?.data.slice(index * length, (index + 1) * length) ?? new Float32Array()
    const maps = (index: number): Maps => {
      const map = (name: string): Float32Array => row(name, index, width * height)
      return { width, height, positive: map('positive'), negative: map('negative'), combined: map('combined'), blurred: map('blurred') }
    }
    const embeddings = { a: row('embeddings', i, n), b: row('embeddings', this.pairs + i, n) }
    const explanation = { cosine: row('cosine', i, 1)[0] ?? NaN, threshold, arguments: row('arguments', i, n), embeddings, maps: { a: maps(i), b: maps(this.pairs + i) } }
    refuseNonFinite(explanation)
    return explanation
  }
}

interface Variant {
  pairs: number
  precision: Precision
  style: Style
}

type Compiled = Cached<ProgramMeta>

/** ONNX Runtime has its blocked channel layout on x64 CPUs only. */
const styleFor = (provider: Provider): Style => (provider === 'cpu' && process.arch === 'x64' ? 'blocked' : 'plain')

async function compiled(recognizer: Recognizer, variant: Variant, folder: string | null): Promise<Compiled> {
  const { pairs, precision, style } = variant
  const key = ['xssab', pairs, precision, style, recognizer.sha256, safeName(recognizer.embedding), COMPILER_FINGERPRINT].join('-')
  return cachedProgram(folder, key, () => compile(recognizer, variant))
}

/** An output's name may hold any character; a file's may not. */
const safeName = (name = ''): string => Buffer.from(name).toString('hex')

function compile(recognizer: Recognizer, { pairs, precision, style }: Variant): CacheEntry<ProgramMeta> {
  const model = readFaceModel(recognizer.bytes, rules, recognizer.embedding)
  const { layout, width, height } = model.input
  return { meta: { layout, width, height, embeddingSize: model.embedding.size, subnormals: model.subnormals }, bytes: xssabProgram(model, pairs, rules, { style, exact: precision === 'exact' }).bytes }
}

function refuseNonFinite({ cosine, embeddings, maps }: PairExplanation): void {
  const values = [Float32Array.of(cosine), embeddings.a, embeddings.b, maps.a.combined, maps.b.combined]
  if (values.every((array) => array.every(Number.isFinite))) return
  throw inputError('model.not-finite', 'The model gave NaN or infinity for this pair, so there is no score and no explanation. Check the model file and its preprocessing (--mean, --scale).')
}
