import { intAttr } from '../onnx/attrs'
import { int64s } from '../onnx/graph'
import type { OpRule } from '../rule'

/** The dims of x from `start` to `end`: every shape is known while compiling, so a constant. */
export const rule: OpRule = {
  op: 'Shape',
  lower: ({ node, b }) => {
    const dims = b.dims(node.inputs[0] ?? '')
    return [b.constant(int64s(dims.slice(intAttr(node, 'start', 0), intAttr(node, 'end', dims.length))), node.outputs[0])]
  }
}
