import { inputError } from '../../../shared/errors'
import { floatAttr, intsAttr, needInts, stringAttr } from '../onnx/attrs'
import { allocate, describe, sizeOf, type Node, type Tensor } from '../onnx/graph'
import type { OpRule, VjpCall } from '../rule'
import { axesOf } from './families/axes'
import { axisMatrix, matrixAdjoint, type AxisMatrix } from './families/axisMatrix'
import { frame } from './families/frame'

/**
 * y = x with a border; negative pads crop. Constant border: gx = the part of gy that was x. Otherwise (reflect, edge,
 * wrap) every y is a copy of some x, axis by axis, and gx sums the copies.
 */
export const rule: OpRule = {
  op: 'Pad',
  types: ({ node, input }) => {
    const { dims } = input(0)
    const { before, after } = padsOf(node, dims.length)
    return [{ dtype: input(0).dtype, dims: dims.map((dim, i) => dim + (before[i] ?? 0) + (after[i] ?? 0)) }]
  },
  fold: (node, [x]) => (x ? [pad(node, x)] : []),
  vjp: ({ node, b, x, gy }: VjpCall) => {
    const dims = b.dims(x(0))
    const { before, after } = padsOf(node, dims.length)
    if (modeOf(node) === 'constant') return [frame(b, gy, before.map((n) => -n), after.map((n) => -n))]
    const matrixOf = (dim: number, i: number): AxisMatrix | null =>
      before[i] || after[i] ? axisMatrix(b.dims(gy)[i] ?? 0, dim, (o) => [[source(node, dim, o - (before[i] ?? 0)), 1]]) : null
    return [matrixAdjoint(b, gy, dims.map(matrixOf))]
  }
}

const modeOf = (node: Node): string => stringAttr(node, 'mode', 'constant')

function padsOf(node: Node, rank: number): { before: readonly number[]; after: readonly number[] } {
  const pads = needInts(node, 'pads')
  const axes = axesOf(node, intsAttr(node, 'axes') ?? Array.from({ length: rank }, (_, i) => i), rank)
  if (pads.length !== 2 * axes.length) throw inputError('model.attribute', `${describe(node)}: ${pads.length} pads for ${axes.length} axes. The model file is not valid ONNX.`)
  const before = new Array<number>(rank).fill(0)
  const after = new Array<number>(rank).fill(0)
  axes.forEach((axis, i) => {
    before[axis] = pads[i] ?? 0
    after[axis] = pads[i + axes.length] ?? 0
  })
  return { before, after }
}

const modulo = (value: number, period: number): number => ((value % period) + period) % period

const COPIES: ReadonlyMap<string, (position: number, size: number) => number> = new Map([
  ['constant', () => -1],
  ['edge', (position, size) => Math.min(Math.max(position, 0), size - 1)],
  ['reflect', (position, size) => (size === 1 ? 0 : size - 1 - Math.abs(size - 1 - modulo(position, 2 * (size - 1))))],
  ['wrap', modulo]
])

/** The position in x that a position in y, counted from x's first element, copies along an axis; -1 for the constant. */
function source(node: Node, size: number, position: number): number {
  if (position >= 0 && position < size) return position
  const copy = COPIES.get(modeOf(node))
  if (copy === undefined) throw inputError('model.attribute', `${describe(node)}: the mode "${modeOf(node)}" does not exist. The model file is not valid ONNX.`)
  return copy(position, size)
}

function pad(node: Node, x: Tensor): Tensor {
  const { before, after } = padsOf(node, x.dims.length)
  const dims = x.dims.map((dim, i) => dim + (before[i] ?? 0) + (after[i] ?? 0))
  const data = allocate(x.dtype, sizeOf(dims)).fill(floatAttr(node, 'value', 0))
  for (let i = 0; i < data.length; i++) {
    const from = sourceIndex(node, i, dims, before, x.dims)
    if (from >= 0) data[i] = x.data[from] ?? 0
  }
  return { dtype: x.dtype, dims, data }
}

/** Flat position in x of the flat position `index` in y; -1 where the constant stands. */
function sourceIndex(node: Node, index: number, dims: readonly number[], before: readonly number[], sizes: readonly number[]): number {
  let rest = index
  let stride = 1
  let position = 0
  for (let axis = dims.length - 1; axis >= 0; axis--) {
    const [along, size] = [dims[axis] ?? 1, sizes[axis] ?? 1]
    const from = source(node, size, (rest % along) - (before[axis] ?? 0))
    if (from < 0) return -1
    position += from * stride
    stride *= size
    rest = Math.floor(rest / along)
  }
  return position
}
