import { intsAttr } from '../onnx/attrs'
import type { Node } from '../onnx/graph'
import type { OpRule } from '../rule'
import { stridesOf, view } from '../tensor/strided'

/** y = x with its axes permuted: gx = gy permuted back. */
export const rule: OpRule = {
  op: 'Transpose',
  types: ({ node, input }) => [{ dtype: input(0).dtype, dims: permOf(node, input(0).dims.length).map((axis) => input(0).dims[axis] ?? NaN) }],
  fold: (node, [x]) => {
    if (!x) return []
    const perm = permOf(node, x.dims.length)
    const strides = stridesOf(x.dims)
    return [view(x, perm.map((axis) => x.dims[axis] ?? 1), perm.map((axis) => strides[axis] ?? 0))]
  },
  vjp: ({ node, b, gy }) => {
    const perm = permOf(node, b.dims(gy).length)
    return [b.transpose(gy, perm.map((_, axis) => perm.indexOf(axis)))]
  }
}

const permOf = (node: Node, rank: number): readonly number[] => intsAttr(node, 'perm') ?? Array.from({ length: rank }, (_, axis) => rank - 1 - axis)
