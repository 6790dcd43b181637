import { intsAttr } from '../onnx/attrs'
import { axesOf } from './families/axes'
import { reshaping } from './families/movement'

/** y = x without some axes of size 1 (all of them, if none is named): gx = gy in x's shape. */
export const rule = reshaping('Squeeze', (node, dims) => {
  const named = intsAttr(node, 'axes')
  const axes = named && axesOf(node, named, dims.length)
  return dims.filter((dim, axis) => (axes ? !axes.includes(axis) : dim !== 1))
})
