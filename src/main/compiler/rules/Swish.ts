import { floatAttr } from '../onnx/attrs'
import type { OpRule } from '../rule'

/** y = x sigmoid(alpha x): lowered to that. */
export const rule: OpRule = {
  op: 'Swish',
  lower: ({ node, b }) => {
    const [x = ''] = node.inputs
    return [b.mul(x, b.op('Sigmoid', [b.scale(x, floatAttr(node, 'alpha', 1))]))]
  }
}
