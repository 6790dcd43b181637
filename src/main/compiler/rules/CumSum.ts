import { int, intAttr } from '../onnx/attrs'
import type { OpRule } from '../rule'

/** y = running sum along an axis (input 1): gx = the running sum of gy from the other end. */
export const rule: OpRule = {
  op: 'CumSum',
  types: ({ input }) => [input(0)],
  vjp: ({ node, b, x, gy }) => [b.op('CumSum', [gy, x(1)], { exclusive: int(intAttr(node, 'exclusive', 0)), reverse: int(1 - intAttr(node, 'reverse', 0)) }), null]
}
