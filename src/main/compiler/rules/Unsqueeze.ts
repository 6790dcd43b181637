import { needInts } from '../onnx/attrs'
import { axesOf } from './families/axes'
import { reshaping } from './families/movement'

/** y = x with axes of size 1 put in, at positions counted in y: gx = gy in x's shape. */
export const rule = reshaping('Unsqueeze', (node, dims) => {
  const rank = dims.length + needInts(node, 'axes').length
  const axes = axesOf(node, needInts(node, 'axes'), rank)
  const rest = [...dims]
  return Array.from({ length: rank }, (_, axis) => (axes.includes(axis) ? 1 : (rest.shift() ?? 1)))
})
