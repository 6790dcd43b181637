import { inputError } from '../../shared/errors'
import { readFaceModel } from '../compiler/faceModel'
import { embeddingProgram } from '../compiler/programs/embedding'
import { rules } from '../compiler/rules'
import { openOn, type DeviceRecord, type DeviceRequest } from '../runtime/devices'
import type { Session } from '../runtime/session'
import type { Crop } from './explanation'
import { toTensor, type InputShape } from './preprocess'
import type { Recognizer } from './xssab'

/** Turns aligned crops into embeddings of unit length, `batch` at a time. */
export class Embedder {
  private constructor(
    private readonly session: Session,
    private readonly recognizer: Recognizer,
    readonly shape: InputShape,
    private readonly size: number,
    /** Images a run. */
    readonly batch: number,
    readonly device: DeviceRecord
  ) {}

  /** @throws VidimusError (input) for a model that can't be read or loaded */
  static async open(recognizer: Recognizer, options: { batch?: number; device?: DeviceRequest; threads?: number } = {}): Promise<Embedder> {
    const batch = options.batch ?? 1
    const model = readFaceModel(recognizer.bytes, rules, recognizer.embedding)
    const blocked = process.arch === 'x64'
    const modelFor = async (provider: string): Promise<Uint8Array> => embeddingProgram(model, batch, rules, provider === 'cpu' && blocked ? 'blocked' : 'plain').bytes
    const { session, device } = await openOn(options.device ?? 'cpu', modelFor, options.threads === undefined ? {} : { threads: options.threads })
    return new Embedder(session, recognizer, model.input, model.embedding.size, batch, device)
  }

  /** Any number of crops; returns one Float32Array of unit length each. */
  async embed(crops: readonly Crop[]): Promise<Float32Array[]> {
    const embeddings: Float32Array[] = []
    for (let start = 0; start < crops.length; start += this.batch) embeddings.push(...(await this.run(crops.slice(start, start + this.batch))))
    return embeddings
  }

  async release(): Promise<void> {
    await this.session.release()
  }

  private async run(crops: readonly Crop[]): Promise<Float32Array[]> {
    // The graph has a fixed batch size: a short last batch is filled up with its first crop.
    const filled = Array.from({ length: this.batch }, (_, i) => crops[i] ?? crops[0]).filter((crop) => crop !== undefined)
    const { embeddings } = await this.session.run({ images: toTensor(filled, this.shape, this.recognizer.preprocessing) })
    const rows = crops.map((_, i) => embeddings?.data.slice(i * this.size, (i + 1) * this.size) ?? new Float32Array())
    if (!rows.every((row) => row.every(Number.isFinite))) throw inputError('model.not-finite', 'The model gave NaN or infinity. Check the model file and its preprocessing (--mean, --scale).')
    return rows
  }
}
