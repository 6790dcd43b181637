import { inputError } from '../../shared/errors'
import type { RuleBook, Style } from './builder'
import { decodeModel } from './onnx/decode'
import type { Graph, ValueInfo } from './onnx/graph'
import { flushSubnormals } from './prepare/subnormals'
import { rebatch } from './prepare/rebatch'
import type { Specialized } from './prepare/specialize'

export type Layout = 'NCHW' | 'NHWC'

/** A model with one image input. */
export interface ImageModel {
  graph: Graph
  producer: string
  input: { name: string; layout: Layout; height: number; width: number }
  /** Batch size the file was exported for; 1 where it is dynamic. */
  declaredBatch: number
  /** Subnormal weights that were flushed to zero while reading. */
  subnormals: number
}

/** A face-recognition model ready to be compiled: one image input, one embedding output. */
export interface FaceModel extends ImageModel {
  embedding: { name: string; size: number }
}

/** Side in pixels assumed for a model whose file leaves height and width open: the usual aligned crop. */
const USUAL_SIDE = 112
const LARGEST_SIDE = 4096

/**
 * Reads a model and finds its image input and its embedding.
 *
 * @param embedding name of the embedding output; without it, the only output of shape [batch, N], N >= 2, or the longest
 * @throws VidimusError (input) `model.input-shape`, `model.embedding`, and everything decodeModel and specialize throw
 */
export function readFaceModel(bytes: Uint8Array, rules: RuleBook, embedding?: string): FaceModel {
  const model = readImageModel(bytes)
  return { ...model, embedding: embeddingOf(model, rules, embedding) }
}

/** @throws VidimusError (input) `model.input-shape` and everything decodeModel throws */
export function readImageModel(bytes: Uint8Array): ImageModel {
  const { graph, producer } = decodeModel(bytes)
  const subnormals = flushSubnormals(graph.initializers.values())
  const { info, ...input } = imageInput(graph)
  return { graph, producer, input, declaredBatch: info.dims?.[0] ?? 1, subnormals }
}

function imageInput(graph: Graph): FaceModel['input'] & { info: ValueInfo } {
  const images = graph.inputs.filter(({ dims, dtype }) => dtype === 'float32' && dims?.length === 4)
  const [info] = images
  if (info === undefined || images.length > 1) throw wrongInput(graph, images.length > 1 ? 'it has several image inputs' : 'it has no float image input of four dimensions')
  const [, c, h, w] = info.dims ?? []
  const side = (dim: number | null | undefined): number => dim ?? USUAL_SIDE
  if (Math.max(...[h, w].map(side)) > LARGEST_SIDE) throw wrongInput(graph, `it wants images of more than ${LARGEST_SIDE} pixels a side`)
  if (c === 3) return { info, name: info.name, layout: 'NCHW', height: side(h), width: side(w) }
  if (w === 3) return { info, name: info.name, layout: 'NHWC', height: side(c), width: side(h) }
  if (c === null && w === null) return { info, name: info.name, layout: 'NCHW', height: side(h), width: side(w) }
  throw wrongInput(graph, 'it does not take three colour channels')
}

function wrongInput(graph: Graph, why: string): Error {
  const found = graph.inputs.map(({ name, dtype, dims }) => `${name}: ${dtype} [${dims?.map((dim) => dim ?? '?').join(', ') ?? 'unknown'}]`).join('; ') || 'none'
  return inputError('model.input-shape', `The model can't take a face crop: ${why}. Its inputs: ${found}. Vidimus needs one float32 input [batch, 3, height, width] or [batch, height, width, 3].`)
}

export function imageDims({ input }: Pick<FaceModel, 'input'>, batch: number): readonly number[] {
  return input.layout === 'NCHW' ? [batch, 3, input.height, input.width] : [batch, input.height, input.width, 3]
}

/** Lays the model out for exactly `dims[0]` images, freeing it of a batch size baked in at export. */
export function layOut(model: ImageModel, dims: readonly number[], outputs: readonly string[], rules: RuleBook, style?: Style): Specialized {
  return rebatch({ graph: model.graph, outputs, image: { name: model.input.name, dims }, batch: model.declaredBatch }, rules, style)
}

function embeddingOf(model: ImageModel, rules: RuleBook, wanted?: string): FaceModel['embedding'] {
  const names = model.graph.outputs.map(({ name }) => name)
  if (wanted !== undefined && !names.includes(wanted)) throw inputError('model.embedding', `The model has no output "${wanted}". Its outputs: ${names.join(', ')}.`)
  const considered = wanted === undefined ? names : [wanted]
  const laid = layOut(model, imageDims(model, model.declaredBatch), considered, rules)
  const sized = considered.map((name) => ({ name, dims: laid.b.dims(laid.value(name)) }))
  const fitting = sized.flatMap(({ name, dims }) => {
    const size = dims.slice(1).reduce((a, b) => a * b, 1)
    const flat = dims.length >= 2 && dims[0] === model.declaredBatch && dims.slice(1).filter((dim) => dim !== 1).length === 1
    // A squeeze at export takes the axis of a batch of one away too.
    const [bare = 0] = model.declaredBatch === 1 && dims.length === 1 ? dims : []
    return flat && size >= 2 ? [{ name, size }] : bare >= 2 ? [{ name, size: bare }] : []
  })
  const longest = fitting.toSorted((a, b) => b.size - a.size)[0]
  const found = sized.map(({ name, dims }) => `${name} [${dims.join(', ')}]`).join('; ')
  if (longest === undefined) throw inputError('model.embedding', `None of the model's outputs looks like an embedding [batch, N]: ${found || 'it has no outputs'}.`)
  if (fitting.filter(({ size }) => size === longest.size).length > 1)
    throw inputError('model.embedding', `Several outputs could be the embedding: ${found}. Say which with --output NAME.`)
  return longest
}
