import { intAttr } from '../onnx/attrs'
import { sizeOf, type Node } from '../onnx/graph'
import { reshaping } from './families/movement'

/** y = x as a matrix, split at `axis`: gx = gy in x's shape. */
export const rule = reshaping('Flatten', (node: Node, dims) => {
  const axis = intAttr(node, 'axis', 1)
  const split = axis < 0 ? axis + dims.length : axis
  return [sizeOf(dims.slice(0, split)), sizeOf(dims.slice(split))]
})
