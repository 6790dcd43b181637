import { inputError } from '../../../shared/errors'
import { intAttr, ints, int, intsAttr, needInts } from '../onnx/attrs'
import { describe, type Node } from '../onnx/graph'
import type { OpRule } from '../rule'
import { stridesOf, view } from '../tensor/strided'
import { zerosAtRunTime } from './ConstantOfShape'
import { axisOf } from './families/axes'
import { frame } from './families/frame'

/** x cut into parts along `axis`: gx = the parts' cotangents one after the other, zeros for a part that has none. */
export const rule: OpRule = {
  op: 'Split',
  // Parts that follow from the number of outputs are spelled out: later opsets ask for one or the other.
  lower: ({ node, b }) => {
    const dims = b.dims(node.inputs[0] ?? '')
    const axis = axisAt(node, dims)
    return b.emit('Split', node.inputs, { axis: int(axis), split: ints(sizesOf(node, dims[axis] ?? 0)) }, { outputs: node.outputs, name: node.name })
  },
  types: ({ node, input }) => partsOf(node, input(0).dims).map(({ dims }) => ({ dtype: input(0).dtype, dims })),
  fold: (node, [x]) => (x ? partsOf(node, x.dims).map(({ dims, start, axis }) => view(x, dims, stridesOf(x.dims), start * (stridesOf(x.dims)[axis] ?? 1))) : []),
  vjp: ({ node, b, x, g }) => {
    const dims = b.dims(x(0))
    const parts = partsOf(node, dims)
    const arrived = g.flatMap((cotangent, i) => (cotangent === null ? [] : [{ cotangent, part: parts[i] }]))
    const [only] = arrived
    if (arrived.length > 1 || only?.part === undefined) return [b.concat(parts.map((part, i) => g[i] ?? zerosAtRunTime(b, part.dims)), axisAt(node, dims))]
    const { axis, start } = only.part
    const before = dims.map((_, i) => (i === axis ? start : 0))
    return [frame(b, only.cotangent, before, dims.map((dim, i) => dim - (before[i] ?? 0) - (only.part?.dims[i] ?? 0)))]
  }
}

const axisAt = (node: Node, dims: readonly number[]): number => axisOf(node, intAttr(node, 'axis', 0), dims.length)

/** Without sizes, parts are equal, and the last one smaller where the axis does not divide. */
function sizesOf(node: Node, along: number): readonly number[] {
  const given = intsAttr(node, 'split')
  if (given !== undefined && given.length > 0) return given
  const count = node.outputs.length
  const size = Math.ceil(along / count)
  return Array.from({ length: count }, (_, i) => Math.max(0, Math.min(size, along - i * size)))
}

function partsOf(node: Node, dims: readonly number[]): { dims: readonly number[]; start: number; axis: number }[] {
  const axis = axisAt(node, dims)
  const sizes = needInts(node, 'split')
  const total = sizes.reduce((sum, size) => sum + size, 0)
  if (total !== dims[axis]) throw inputError('model.shape', `${describe(node)}: parts of ${sizes.join(', ')} do not fill an axis of ${dims[axis] ?? 0}. The model file is not valid ONNX.`)
  let start = 0
  return sizes.map((size) => {
    const part = { axis, start, dims: dims.map((dim, i) => (i === axis ? size : dim)) }
    start += size
    return part
  })
}
