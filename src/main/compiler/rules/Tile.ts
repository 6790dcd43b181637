import { inputError } from '../../../shared/errors'
import { needInts } from '../onnx/attrs'
import { describe, type Node } from '../onnx/graph'
import type { OpRule } from '../rule'
import { stridesOf, view } from '../tensor/strided'

/** y = x repeated along every axis: gx = gy summed over the repeats. */
export const rule: OpRule = {
  op: 'Tile',
  types: ({ node, input }) => [{ dtype: input(0).dtype, dims: tiled(node, input(0).dims) }],
  fold: (node, [x]) => {
    if (!x) return []
    const strides = stridesOf(x.dims)
    const copies = view(x, opened(node, x.dims), x.dims.flatMap((_, axis) => [0, strides[axis] ?? 0]))
    return [{ ...copies, dims: tiled(node, x.dims) }]
  },
  vjp: ({ node, b, x, gy }) => {
    const dims = b.dims(x(0))
    const repeats = needInts(node, 'repeats')
    const copies = b.reshape(gy, opened(node, dims))
    return [b.reshape(b.reduceSum(copies, repeats.flatMap((count, axis) => (count === 1 ? [] : [2 * axis])), false), dims)]
  }
}

/** Every axis as (repeat, element). */
const opened = (node: Node, dims: readonly number[]): number[] => dims.flatMap((dim, axis) => [needInts(node, 'repeats')[axis] ?? 1, dim])

function tiled(node: Node, dims: readonly number[]): readonly number[] {
  const repeats = needInts(node, 'repeats')
  if (repeats.length !== dims.length) throw inputError('model.shape', `${describe(node)}: ${repeats.length} repeats for ${dims.length} axes. The model file is not valid ONNX.`)
  return dims.map((dim, axis) => dim * (repeats[axis] ?? 1))
}
