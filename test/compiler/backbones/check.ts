import { imageDims, readFaceModel, type FaceModel } from '../../../src/main/compiler/faceModel'
import type { Style } from '../../../src/main/compiler/builder'
import { gradientProgram } from '../../../src/main/compiler/programs/gradient'
import { rules } from '../../../src/main/compiler/rules'
import { sizeOf } from '../../../src/main/compiler/onnx/graph'
import { Session, type Tensor } from '../../../src/main/runtime/session'
import { relativeError } from '../../support/numbers'
import { randomFrom, type Random } from '../rules/values'

/** How a gradient program is compiled. */
export interface Variant {
  batch: number
  style: Style
  exact: boolean
}

export interface Findings {
  /** Relative L2 error of the outputs against the original file's, image by image. */
  forward: number
  /** Relative error of the derivative along the gradient itself, against differences of the original file. */
  along: number
  /** The same along random directions, which a kink nearby disturbs more. */
  across: number
}

/**
 * Tries a model file as a stranger would: the original runs in ONNX Runtime one image at a time, as it was exported; the
 * compiled program runs all images at once, and its gradient must agree with central differences of the original.
 */
export class ModelCheck {
  private constructor(
    readonly model: FaceModel,
    private readonly original: Session,
    private readonly random: Random
  ) {}

  static async open(bytes: Uint8Array, options: { output?: string; seed?: string } = {}): Promise<ModelCheck> {
    const model = readFaceModel(bytes, rules, options.output)
    return new ModelCheck(model, await Session.open(bytes, { threads: 1 }), randomFrom(options.seed ?? 'backbone'))
  }

  async release(): Promise<void> {
    await this.original.release()
  }

  async gradient({ batch, style, exact }: Variant): Promise<Findings> {
    const { model } = this
    const dims = imageDims(model, batch)
    const program = gradientProgram(model, dims, rules, { style, exact })
    const x = this.uniform(sizeOf(dims))
    const w = this.uniform(sizeOf(program.outputDims))
    const { y, gx } = await runOnce(program.bytes, { images: { dims, data: x }, cotangent: { dims: program.outputDims, data: w } })
    if (y === undefined || gx === undefined) throw new Error('the program lacks an output')
    return { forward: relativeError(y.data, await this.outputs(x, batch)), ...(await this.differences(x, w, gx.data, batch)) }
  }

  /** The original's embeddings of all images, one after the other. */
  private async outputs(images: Float32Array, batch: number): Promise<Float32Array> {
    const { input, embedding, declaredBatch } = this.model
    const each = images.length / batch
    const rows: number[] = []
    for (let start = 0; start < batch; start += declaredBatch) {
      // A file for two images gets the last one with an empty one beside it.
      const data = new Float32Array(declaredBatch * each)
      data.set(images.slice(start * each, (start + declaredBatch) * each))
      const out = await this.original.run({ [input.name]: { dims: imageDims(this.model, declaredBatch), data } }, [embedding.name])
      rows.push(...(out[embedding.name]?.data ?? []))
    }
    return Float32Array.from(rows).subarray(0, batch * embedding.size)
  }

  private async differences(x: Float32Array, w: Float32Array, gx: Float32Array, batch: number): Promise<Pick<Findings, 'along' | 'across'>> {
    const at = async (v: Float32Array, step: number): Promise<number> => dot(w, await this.outputs(x.map((value, j) => value + step * (v[j] ?? 0)), batch))
    const error = async (directions: readonly Float32Array[]): Promise<number> => {
      const pairs: [number, number][] = []
      for (const v of directions) pairs.push([((await at(v, STEP)) - (await at(v, -STEP))) / (2 * STEP), dot(v, gx)])
      return Math.sqrt(total(pairs.map(([measured, ours]) => (measured - ours) ** 2)) / total(pairs.map(([measured]) => measured ** 2)))
    }
    // As long as a random direction, so that one step suits both.
    const length = Math.sqrt(x.length / 3 / dot(gx, gx))
    const signs = [1, 2].map(() => gx.map((value) => value * length * (this.random() < 0.5 ? 1 : 0.2)))
    return { along: await error(signs), across: await error([1, 2, 3].map(() => this.uniform(x.length))) }
  }

  uniform(length: number): Float32Array {
    return Float32Array.from({ length }, () => 2 * this.random() - 1)
  }
}

/** Small, since a large step crosses kinks, but large enough for float32. */
const STEP = 1 / 1024

const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

export async function runOnce(bytes: Uint8Array, feeds: Record<string, Tensor>): Promise<Record<string, Tensor>> {
  const session = await Session.open(bytes, { threads: 1 })
  try {
    return await session.run(feeds)
  } finally {
    await session.release()
  }
}

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < b.length; i++) sum += (a[i] ?? NaN) * (b[i] ?? NaN)
  return sum
}
