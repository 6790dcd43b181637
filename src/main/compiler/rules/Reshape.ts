import { intAttr, needInts } from '../onnx/attrs'
import { sizeOf, type Node } from '../onnx/graph'
import { reshaping } from './families/movement'

/** y = x in another shape; 0 keeps the dim of x (unless allowzero), -1 takes what is left. gx = gy in x's shape. */
export const rule = reshaping('Reshape', targetDims)

function targetDims(node: Node, dims: readonly number[]): readonly number[] {
  const keepZero = intAttr(node, 'allowzero', 0) === 1
  const target = needInts(node, 'shape').map((dim, i) => (dim === 0 && !keepZero ? (dims[i] ?? 0) : dim))
  const others = sizeOf(target.filter((dim) => dim !== -1))
  return target.map((dim) => (dim === -1 ? sizeOf(dims) / others : dim))
}
