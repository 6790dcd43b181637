import type { Builder } from '../../builder'
import { int, intAttr, intsAttr } from '../../onnx/attrs'
import { allocate, sizeOf, type Node, type Tensor } from '../../onnx/graph'
import type { OpRule, VjpCall } from '../../rule'
import { view, stridesOf } from '../../tensor/strided'
import { axesOf } from './axes'

/** How constants are reduced: one value from all the values of a group. */
export interface Evaluation {
  start: number
  step: (total: number, value: number) => number
  end?: (total: number, count: number) => number
}

/** What a pull-back sees: the cotangent and y as if keepdims were 1, so that both broadcast against x. */
export interface ReductionCall {
  b: Builder
  x: string
  y: string
  g: string
  axes: readonly number[]
  /** How many values make one. */
  count: number
}

/**
 * y = one value from all those along `axes`; no axes means all of them, or none where noop_with_empty_axes says so.
 * `pullBack` emits gx from the kept-dims cotangent; it may leave it to be stretched to x.
 */
export function reduction(op: string, { start, step, end = (total) => total }: Evaluation, pullBack: (call: ReductionCall) => string): OpRule {
  return {
    op,
    types: ({ node, input }) => [{ dtype: input(0).dtype, dims: reducedDims(node, input(0).dims) }],
    fold: (node, [x]) => (x ? [reduce(x, axesIn(node, x.dims), reducedDims(node, x.dims), start, step, end)] : []),
    vjp: (call) => [call.b.expand(pullBack(keptDims(call)), call.b.dims(call.x(0)))]
  }
}

function axesIn(node: Node, dims: readonly number[]): readonly number[] {
  const axes = axesOf(node, intsAttr(node, 'axes') ?? [], dims.length)
  const all = axes.length === 0 && intAttr(node, 'noop_with_empty_axes', 0) === 0
  return all ? dims.map((_, axis) => axis) : axes
}

function reducedDims(node: Node, dims: readonly number[]): readonly number[] {
  const axes = axesIn(node, dims)
  const kept = dims.map((dim, axis) => (axes.includes(axis) ? 1 : dim))
  return intAttr(node, 'keepdims', 1) === 1 ? kept : kept.filter((_, axis) => !axes.includes(axis))
}

function keptDims({ node, b, gy, x, y }: VjpCall): ReductionCall {
  const dims = b.dims(x(0))
  const axes = axesIn(node, dims)
  const kept = dims.map((dim, axis) => (axes.includes(axis) ? 1 : dim))
  return { b, x: x(0), y: b.reshape(y(0), kept), g: b.reshape(gy, kept), axes, count: sizeOf(axes.map((axis) => dims[axis] ?? 1)) }
}

/** Moves the reduced axes last, so that each group lies in one piece. */
function reduce(x: Tensor, axes: readonly number[], dims: readonly number[], start: number, step: Evaluation['step'], end: NonNullable<Evaluation['end']>): Tensor {
  const strides = stridesOf(x.dims)
  const order = [...x.dims.keys()].filter((axis) => !axes.includes(axis)).concat(axes)
  const { data } = view(x, order.map((axis) => x.dims[axis] ?? 1), order.map((axis) => strides[axis] ?? 1))
  const count = sizeOf(axes.map((axis) => x.dims[axis] ?? 1))
  const reduced = allocate(x.dtype, sizeOf(dims))
  for (let i = 0; i < reduced.length; i++) {
    let total = start
    for (let j = i * count; j < (i + 1) * count; j++) total = step(total, data[j] ?? 0)
    reduced[i] = x.dtype === 'float32' ? end(total, count) : Math.trunc(end(total, count))
  }
  return { dtype: x.dtype, dims, data: reduced }
}

/** ReduceMax and ReduceMin: ties share gy evenly, as in PyTorch's amax. */
export function extremeReduction(op: string, evaluation: Evaluation): OpRule {
  return reduction(op, evaluation, ({ b, x, y, g, axes }) => {
    const hits = b.indicator(b.op('Equal', [x, y]))
    return b.mul(b.div(g, b.reduceSum(hits, axes)), hits)
  })
}

/** ArgMax and ArgMin: positions along one axis; no gradient. */
export function argument(op: string): OpRule {
  const reduced = (node: Node): Node => ({ ...node, attrs: { ...node.attrs, axes: { kind: 'ints', value: [intAttr(node, 'axis', 0)] } } })
  return {
    op,
    types: ({ node, input }) => [{ dtype: 'int64', dims: reducedDims(reduced(node), input(0).dims) }],
    vjp: () => [null]
  }
}

/** Emits the mean over `axes`, kept. */
export const meanOver = (b: Builder, x: string, axes: readonly number[]): string => b.op('ReduceMean', [x], { axes: { kind: 'ints', value: axes }, keepdims: int(1) })
