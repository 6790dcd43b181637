import type { Builder } from '../../builder'
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

/** A divisor of whole numbers; they have no infinity to stand for division by zero. */
export function wholeDivisor(b: number): number {
  if (b === 0) throw new Error('a whole number is divided by zero')
  return b
}

/** x > 0, the branch of every rectifier. */
export const aboveZero = (b: Builder, x: string): string => b.op('Greater', [x, b.scalar(0)])

/** y = f(a, b, ...) with broadcasting, where `share` emits the cotangent that each input gets before it is summed to its shape. */
export function variadic(op: string, evaluate: (...values: number[]) => number, share: (call: VjpCall, index: number) => string): OpRule {
  return {
    op,
    types: ({ node, input }) => [{ dtype: input(0).dtype, dims: broadcastDims(node, node.inputs.map((_, i) => input(i).dims)) }],
    fold: (node, inputs) => [mapBroadcast(node, dtypeOf(inputs), inputs, evaluate)],
    vjp: (call) => call.node.inputs.map((name, i) => (call.needs(i) ? call.b.unbroadcast(share(call, i), call.b.dims(name)) : null))
  }
}

/** Max and Min: of more than two inputs they are taken two by two, so that one comparison decides who gets the cotangent. */
export function extremum(op: string, evaluate: (...values: number[]) => number, firstWins: string): OpRule {
  return {
    ...variadic(op, evaluate, ({ b, gy, x }, index) => {
      const first = b.op(firstWins, [x(0), x(1)])
      return index === 0 ? b.where(first, gy, b.scalar(0)) : b.where(first, b.scalar(0), gy)
    }),
    lower: ({ node, b }) => {
      const [first = '', ...rest] = node.inputs
      const last = rest.pop()
      if (last === undefined) return [first]
      const before = rest.reduce((soFar, next) => b.op(op, [soFar, next]), first)
      return b.emit(op, [before, last], {}, { outputs: node.outputs, name: node.name })
    }
  }
}
