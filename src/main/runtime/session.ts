import * as ort from 'onnxruntime-node'
import { inputError, VidimusError } from '../../shared/errors'

/** A dense float32 tensor, row-major. `data.length` is the product of `dims`. */
export interface Tensor {
  dims: readonly number[]
  data: Float32Array
}

/** Execution providers that Vidimus knows how to open. `cpu` is always there. */
export type Provider = 'cpu' | 'webgpu' | 'cuda' | 'dml' | 'coreml'

export interface SessionOptions {
  provider?: Provider
  /** Threads inside one op; 0 lets ONNX Runtime choose. */
  threads?: number
  /** Writes an ORT profile with this prefix; `endProfiling` gives the file's path. */
  profile?: string
}

/**
 * Numbers below float32's normal range count as 0 inside a run (ADR 0072). Networks with pruned channels make them by the
 * thousand, and Intel processors take a hundred cycles for each. ONNX Runtime heeds the first session of a process for
 * the calling thread, so every session asks for it.
 */
const FLUSH_SUBNORMALS = { session: { set_denormal_as_zero: '1' } }

/**
 * One loaded ONNX model on one execution provider.
 *
 * @throws VidimusError `model.unloadable` (input) when ONNX Runtime refuses the bytes,
 *         `run.failed` (fault) when a run breaks.
 */
export class Session {
  private constructor(
    private readonly inner: ort.InferenceSession,
    readonly provider: Provider
  ) {}

  static async open(model: Uint8Array, options: SessionOptions = {}): Promise<Session> {
    const provider = options.provider ?? 'cpu'
    try {
      const inner = await ort.InferenceSession.create(model, {
        executionProviders: [provider],
        graphOptimizationLevel: 'all',
        intraOpNumThreads: options.threads ?? 0,
        interOpNumThreads: 1,
        executionMode: 'sequential',
        logSeverityLevel: 3,
        extra: FLUSH_SUBNORMALS,
        ...(options.profile === undefined ? {} : { enableProfiling: true, profileFilePrefix: options.profile })
      })
      return new Session(inner, provider)
    } catch (cause) {
      throw inputError('model.unloadable', `ONNX Runtime could not load the model on ${provider}: ${reason(cause)}`, { cause })
    }
  }

  get inputNames(): readonly string[] {
    return this.inner.inputNames
  }

  get outputNames(): readonly string[] {
    return this.inner.outputNames
  }

  /** Runs the model once. Only the outputs named in `fetches` are computed and copied (all, by default). */
  async run(feeds: Record<string, Tensor>, fetches?: readonly string[]): Promise<Record<string, Tensor>> {
    const inputs: Record<string, ort.Tensor> = {}
    for (const [name, { dims, data }] of Object.entries(feeds)) inputs[name] = new ort.Tensor('float32', data, dims)
    try {
      const results = fetches ? await this.inner.run(inputs, fetches) : await this.inner.run(inputs)
      return Object.fromEntries(Object.entries(results).map(([name, value]) => [name, toFloat(name, value)]))
    } catch (cause) {
      if (cause instanceof VidimusError) throw cause
      throw new VidimusError('fault', 'run.failed', `ONNX Runtime failed on ${this.provider}: ${reason(cause)}`, { cause })
    }
  }

  async release(): Promise<void> {
    await this.inner.release()
  }

  endProfiling(): void {
    this.inner.endProfiling()
  }
}

function toFloat(name: string, value: ort.OnnxValue): Tensor {
  if (!(value instanceof ort.Tensor) || !(value.data instanceof Float32Array))
    throw inputError('model.output-type', `Output "${name}" is not a float32 tensor; Vidimus reads float32 outputs only.`)
  return { dims: value.dims, data: value.data }
}

const reason = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))
