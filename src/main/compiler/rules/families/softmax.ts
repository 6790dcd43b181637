import { int, intAttr } from '../../onnx/attrs'
import type { Node } from '../../onnx/graph'
import type { LowerCall, OpRule, VjpCall } from '../../rule'
import { axisOf } from './axes'

/** Softmax and LogSoftmax: along one axis since opset 13; before, over all axes from `axis` on, taken as one. */
export function softmaxLike(op: string, pullBack: (call: VjpCall, axis: number) => string): OpRule {
  return {
    op,
    types: ({ input }) => [input(0)],
    lower: (call) => [call.opset < 13 ? lowerFlattened(call) : emit(call, call.node.inputs[0] ?? '', intAttr(call.node, 'axis', -1))],
    vjp: (call) => [pullBack(call, axisIn(call.node, call.b.dims(call.gy)))]
  }
}

const axisIn = (node: Node, dims: readonly number[]): number => axisOf(node, intAttr(node, 'axis', -1), dims.length)

function emit({ node, b }: LowerCall, x: string, axis: number, outputs: readonly string[] | undefined = node.outputs): string {
  const [y = ''] = b.emit(node.op, [x], { axis: int(axisOf(node, axis, b.dims(x).length)) }, { name: node.name, ...(outputs && { outputs }) })
  return y
}

function lowerFlattened(call: LowerCall): string {
  const { node, b } = call
  const [x = ''] = node.inputs
  const dims = b.dims(x)
  const axis = axisOf(node, intAttr(node, 'axis', 1), dims.length)
  // Where the other axes are single, one axis is all there is to it.
  const wide = dims.flatMap((dim, i) => (i >= axis && dim !== 1 ? [i] : []))
  if (wide.length <= 1) return emit(call, x, wide[0] ?? axis)
  const size = (part: readonly number[]): number => part.reduce((a, d) => a * d, 1)
  const flat = b.reshape(x, [size(dims.slice(0, axis)), size(dims.slice(axis))])
  return b.reshape(emit(call, flat, 1, undefined), dims)
}
