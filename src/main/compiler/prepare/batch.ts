import { inputError } from '../../../shared/errors'
import type { Builder } from '../builder'
import { int, intAttr, ints, intsAttr, needInts } from '../onnx/attrs'
import { describe, sameDims, sizeOf, type Node } from '../onnx/graph'

type Dims = readonly number[]

/** Shapes of the model's values, by the names they have in the file; undefined where a value is not laid out (yet). */
export interface BatchShapes {
  /** At the batch size the file was exported for. */
  declared: (name: string) => Dims | undefined
  /** At the batch size that is wanted. */
  wanted: (name: string) => Dims | undefined
  /** Target that a Reshape had at the declared batch size. */
  declaredTarget: (output: string) => Dims | undefined
}

/**
 * Frees a graph, node by node, of the batch size it was exported with. Models exported for one image bake that 1 into shapes. An
 * axis whose size differs between the declared and the wanted layout carries the batch; a baked shape is stretched there.
 *
 * Whatever is not plainly right is refused: rebatch.ts then runs the file's own graph as often as it takes.
 */
export class BatchStretcher {
  /** How many elements of its axis lie outside the batch, where not one ([L * batch, E]: L). */
  private readonly outside = new Map<string, number>()

  constructor(private readonly shapes: BatchShapes) {}

  /** `raw` is the node as the file names its values, `node` the same in the builder's names, in canonical form. */
  stretch(raw: Node, node: Node, b: Builder): Node {
    refuseAlong(node, this.axis(raw.inputs[0] ?? ''))
    switch (node.op) {
      case 'Reshape':
        return this.reshape(raw, node)
      case 'Concat':
        return this.concat(raw, node, b)
      case 'Resize':
        return this.atBatch(raw, node, 'sizes', (_, wanted) => wanted)
      case 'Expand':
        return this.atBatch(raw, node, 'shape', (size, _, declared) => (size === declared ? 1 : size))
      default:
        return node
    }
  }

  /** Notes how the outputs of a node that is laid out hold the batch. */
  follow(raw: Node): void {
    const from = raw.inputs.find((name) => this.axis(name) >= 0)
    if (from === undefined) return
    for (const output of raw.outputs) {
      const axis = this.axis(output)
      if (axis < 0) continue
      const declared = this.shapes.declared(output) ?? []
      const inside = raw.op === 'Reshape' ? this.outer(from) / sizeOf(declared.slice(0, axis)) : declared[axis] === this.shapes.declared(from)?.[this.axis(from)] ? (this.outside.get(from) ?? 1) : 1
      if (!Number.isInteger(inside)) throw unclear(raw)
      if (inside !== 1) this.outside.set(output, inside)
    }
  }

  /** The axis that carries the batch, -1 where none does. */
  private axis(name: string): number {
    const declared = this.shapes.declared(name)
    const wanted = this.shapes.wanted(name)
    return declared && wanted ? batchAxis(declared, wanted) : -1
  }

  /** Elements that lie outside the batch in memory, counted at batch 1. */
  private outer(name: string): number {
    return sizeOf((this.shapes.declared(name) ?? []).slice(0, this.axis(name))) * (this.outside.get(name) ?? 1)
  }

  private reshape(raw: Node, node: Node): Node {
    const [input = ''] = raw.inputs
    const [output = ''] = raw.outputs
    const target = needInts(node, 'shape')
    const before = this.shapes.declaredTarget(output)
    // A target that differs between the two batch sizes was computed from a shape: it is right already.
    if (this.axis(input) < 0 || before === undefined || !sameDims(before, target)) return node
    if (this.outer(input) === 1) {
      const [first = 1, ...rest] = this.shapes.declared(output) ?? []
      const factor = sizeOf(this.shapes.wanted(input) ?? []) / sizeOf(this.shapes.declared(input) ?? [])
      return { ...node, attrs: { ...node.attrs, shape: ints([first * factor, ...rest]) } }
    }
    // Batch in the middle ([tokens, batch, features]): -1 is where the exporter expects it to go; without one, who knows.
    if (target.includes(-1)) return node
    throw unclear(raw)
  }

  /** Repeats the inputs of a Concat that lack the batch (a class token, say) along the axis where the others carry it. */
  private concat(raw: Node, node: Node, b: Builder): Node {
    const carrier = raw.inputs.find((name) => this.axis(name) >= 0)
    if (carrier === undefined) return node
    const axis = this.axis(carrier)
    const wanted = this.shapes.wanted(carrier) ?? []
    if (intAttr(node, 'axis', 1) === axis || intAttr(node, 'axis', 1) + wanted.length === axis) throw unclear(raw)
    const factor = (wanted[axis] ?? 1) / (this.shapes.declared(carrier)?.[axis] ?? 1)
    if (!Number.isInteger(factor)) throw unclear(raw)
    const repeats = ints(wanted.map((_, i) => (i === axis ? factor : 1)))
    const inputs = node.inputs.map((name, i) => (this.axis(raw.inputs[i] ?? '') >= 0 ? name : b.op('Tile', [name], { repeats })))
    return { ...node, inputs, attrs: { axis: int(1), ...node.attrs } }
  }

  /** Changes the entry of a shape parameter that stands for the batch axis of the first input; axes align at the last. */
  private atBatch(raw: Node, node: Node, parameter: string, entry: (size: number, wanted: number, declared: number) => number): Node {
    const [input = ''] = raw.inputs
    const axis = this.axis(input)
    const sizes = intsAttr(node, parameter) ?? []
    if (axis < 0 || sizes.length === 0) return node
    const [declared = [], wanted = []] = [this.shapes.declared(input), this.shapes.wanted(input)]
    const at = axis + sizes.length - wanted.length
    return { ...node, attrs: { ...node.attrs, [parameter]: ints(sizes.map((size, i) => (i === at ? entry(size, wanted[axis] ?? 1, declared[axis] ?? 1) : size))) } }
  }
}

const batchAxis = (declared: Dims, wanted: Dims): number => declared.findIndex((dim, i) => dim !== wanted[i])

/** Ops that mix or choose along one axis: along the batch, they would mix photos. */
const ALONG = new Set(['ArgMax', 'ArgMin', 'Gather', 'LogSoftmax', 'Softmax', 'Split'])

function refuseAlong(node: Node, batch: number): void {
  if (batch >= 0 && ALONG.has(node.op) && intAttr(node, 'axis', node.op.endsWith('Softmax') ? -1 : 0) === batch) throw unclear(node)
}

const unclear = (node: Node): Error => inputError('model.batch', `${describe(node)} was exported for one batch size, and Vidimus can't tell how it would treat another. Export the model with a dynamic batch.`)

/** Whether a value, of shape `declared` at the declared batch size, holds `factor` times as much along exactly one axis. */
export function carriesBatch(declared: Dims, wanted: Dims, factor: number): boolean {
  const changed = declared.flatMap((dim, i) => (dim === wanted[i] ? [] : [wanted[i] === dim * factor]))
  return declared.length === wanted.length && changed.length === 1 && changed[0] === true
}
