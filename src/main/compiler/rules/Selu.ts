import { floatAttr } from '../onnx/attrs'
import { aboveZero, unary } from './families/elementwise'

/** y = gamma x where x > 0, else gamma alpha (e^x - 1): gx = gy * (gamma or y + gamma alpha). Selu'(0) = gamma alpha. */
export const rule = unary('Selu', null, ({ node, b, x, y }) => {
  const gamma = floatAttr(node, 'gamma', 1.0507009873554805)
  const alpha = floatAttr(node, 'alpha', 1.6732632423543772)
  return b.where(aboveZero(b, x(0)), b.scalar(gamma), b.add(y(0), b.scalar(gamma * alpha)))
})
