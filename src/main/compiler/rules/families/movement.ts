import { inputError } from '../../../../shared/errors'
import { describe, sizeOf, type Node, type Tensor } from '../../onnx/graph'
import type { OpRule, TypeCall } from '../../rule'

/** An op that keeps every element in its place in memory and changes the shape alone: gx = gy in x's shape. */
export function reshaping(op: string, dimsOf: (node: Node, dims: readonly number[]) => readonly number[]): OpRule {
  return {
    op,
    types: ({ node, input }) => [{ dtype: input(0).dtype, dims: sameSize(node, input(0).dims, dimsOf(node, input(0).dims)) }],
    fold: (node, [x]) => (x ? [{ ...x, dims: dimsOf(node, x.dims) }] : []),
    vjp: ({ b, x, gy }) => [b.reshape(gy, b.dims(x(0)))]
  }
}

function sameSize(node: Node, from: readonly number[], to: readonly number[]): readonly number[] {
  if (sizeOf(from) !== sizeOf(to)) throw inputError('model.shape', `${describe(node)} can't turn the shape [${from.join(', ')}] into [${to.join(', ')}]: the element counts differ.`)
  return to
}

/** The value of input `index` where an op needs it while compiling; refuses a value that depends on the image. */
export function known({ node, constant }: Pick<TypeCall, 'node' | 'constant'>, index: number, what: string): Tensor {
  const value = constant(index)
  if (value === undefined)
    throw inputError('model.dynamic-parameter', `${describe(node)}: its "${what}" is computed from the image while the model runs. Vidimus needs it fixed; export the model with a fixed input size.`)
  return value
}
