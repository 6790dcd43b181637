import { int, intAttr, ints } from '../onnx/attrs'
import type { OpRule } from '../rule'
import { axisOf } from './families/axes'

/** y = x / ||x|| along `axis`, the norm of order p = 1 or 2; 0 where x is 0. */
export const rule: OpRule = {
  op: 'LpNormalization',
  lower: ({ node, b }) => {
    const [x = ''] = node.inputs
    const axis = axisOf(node, intAttr(node, 'axis', -1), b.dims(x).length)
    const norm = b.op(intAttr(node, 'p', 2) === 1 ? 'ReduceL1' : 'ReduceL2', [x], { axes: ints([axis]), keepdims: int(1) })
    return [b.div(x, b.op('Max', [norm, b.scalar(SMALL)]))]
  }
}

const SMALL = 1e-30
