import type { DType, Tensor } from '../../onnx/graph'
import type { OpRule, VjpCall } from '../../rule'
import { broadcastDims, mapBroadcast } from '../../tensor/broadcast'

/**
 * y = f(x), element by element: gx = gy * f'(x).
 * `derivative` emits f'(x); `evaluate` folds constants.
 */
export function unary(op: string, evaluate: ((x: number) => number) | null, derivative: (call: VjpCall) => string): OpRule {
  return {
    op,
    types: ({ input }) => [input(0)],
    ...(evaluate && { fold: (node, [x]) => (x ? [mapBroadcast(node, x.dtype, [x], evaluate)] : []) }),
    vjp: (call) => [call.b.mul(call.gy, derivative(call))]
  }
}

/**
 * z = f(a, b) with broadcasting: each input's cotangent is gz * df/d(input), summed over the axes it was stretched along.
 * `partials` emit gz * df/da and gz * df/db.
 */
export function binary(op: string, evaluate: (a: number, b: number, dtype: DType) => number, partials: readonly [(call: VjpCall) => string, (call: VjpCall) => string]): OpRule {
  return {
    op,
    types: ({ node, input }) => [{ dtype: input(0).dtype, dims: broadcastDims(node, [input(0).dims, input(1).dims]) }],
    fold: (node, inputs) => [mapBroadcast(node, dtypeOf(inputs), inputs, (a = 0, b = 0) => evaluate(a, b, dtypeOf(inputs)))],
    vjp: (call) => partials.map((partial, i) => (call.needs(i) ? call.b.unbroadcast(partial(call), call.b.dims(call.x(i))) : null))
  }
}

const dtypeOf = (inputs: readonly Tensor[]): DType => inputs[0]?.dtype ?? 'float32'
