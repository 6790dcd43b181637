import { floatAttr } from '../onnx/attrs'
import { aboveZero, unary } from './families/elementwise'

/** y = x where x > 0, else alpha (e^(x/alpha) - 1): gx = gy * (1 or y / alpha + 1). Celu'(0) = 1. */
export const rule = unary('Celu', null, ({ node, b, x, y }) => {
  const alpha = floatAttr(node, 'alpha', 1)
  return b.where(aboveZero(b, x(0)), b.scalar(1), b.add(b.scale(y(0), 1 / alpha), b.scalar(1)))
})
