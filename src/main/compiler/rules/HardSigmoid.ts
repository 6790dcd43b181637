import { floatAttr } from '../onnx/attrs'
import { unary } from './families/elementwise'

/** y = alpha x + beta, clipped to 0..1: gx = gy * alpha where 0 < y < 1, and 0 at the bounds. */
export const rule = unary('HardSigmoid', null, ({ node, b, y }) => {
  const between = b.op('And', [b.op('Greater', [y(0), b.scalar(0)]), b.op('Less', [y(0), b.scalar(1)])])
  return b.where(between, b.scalar(floatAttr(node, 'alpha', 0.2)), b.scalar(0))
})
