import { int } from '../onnx/attrs'
import type { Builder } from '../builder'
import type { Node } from '../onnx/graph'

/**
 * Models exported for one image bake that 1 into Reshape and Concat. To run several images at once, the shapes at
 * the declared batch (`declared`) are compared with those at the wanted one (`wanted`): an axis where they differ
 * carries the batch, and a baked shape is stretched where the batch lies in memory.
 */
export interface BatchView {
  /** Shape of a builder value at the declared batch size; undefined where the value is new. */
  declared: (name: string) => readonly number[] | undefined
}

/** Output shape for a Reshape whose baked target gave `declaredOut` from `declaredIn`, now fed `wantedIn`. */
export function stretchReshape(declaredIn: readonly number[], declaredOut: readonly number[], wantedIn: readonly number[]): readonly number[] {
  const axis = batchAxis(declaredIn, wantedIn)
  if (axis < 0) return declaredOut
  const factor = (wantedIn[axis] ?? 1) / (declaredIn[axis] ?? 1)
  const outer = product(declaredIn.slice(0, axis))
  return declaredOut.map((dim, i) => (i === holder(declaredOut, outer) ? dim * factor : dim))
}

/** The axis of `dims` in which the element stride `outer` (count of everything before the batch) ends or falls. */
function holder(dims: readonly number[], outer: number): number {
  let before = 1
  for (const [axis, dim] of dims.entries()) {
    if (before === outer || before * dim > outer) return axis
    before *= dim
  }
  return dims.length - 1
}

export const batchAxis = (declared: readonly number[], wanted: readonly number[]): number => declared.findIndex((dim, i) => dim !== wanted[i])

const product = (dims: readonly number[]): number => dims.reduce((a, b) => a * b, 1)

/** Repeats the inputs of a Concat that lack the batch (a class token, say) along the axis where the others carry it. */
export function stretchConcat(node: Node, b: Builder, view: BatchView): Node {
  const pairs = node.inputs.map((name) => ({ name, declared: view.declared(name) ?? b.dims(name), wanted: b.dims(name) }))
  const carrier = pairs.find(({ declared, wanted }) => batchAxis(declared, wanted) >= 0)
  if (carrier === undefined) return node
  const axis = batchAxis(carrier.declared, carrier.wanted)
  const factor = (carrier.wanted[axis] ?? 1) / (carrier.declared[axis] ?? 1)
  const inputs = pairs.map(({ name, declared, wanted }) => {
    if (batchAxis(declared, wanted) >= 0) return name
    return b.op('Tile', [name], { repeats: { kind: 'ints', value: wanted.map((_, i) => (i === axis ? factor : 1)) } })
  })
  return { ...node, inputs, attrs: { ...node.attrs, axis: node.attrs.axis ?? int(1) } }
}
