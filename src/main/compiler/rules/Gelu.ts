import type { Builder } from '../builder'
import { stringAttr } from '../onnx/attrs'
import { unary } from './families/elementwise'

/**
 * y = x P(x): gx = gy * (P(x) + x P'(x)), with P the normal distribution function or, for approximate = "tanh",
 * P = (1 + tanh u) / 2, u = sqrt(2/pi) (x + 0.044715 x^3).
 * ONNX Runtime's own Gelu stays in the forward pass.
 */
export const rule = unary('Gelu', null, ({ node, b, x }) => (stringAttr(node, 'approximate', 'none') === 'tanh' ? tanhSlope(b, x(0)) : exactSlope(b, x(0))))

function exactSlope(b: Builder, x: string): string {
  const density = b.scale(b.op('Exp', [b.scale(b.mul(x, x), -0.5)]), 1 / Math.sqrt(2 * Math.PI))
  const distribution = b.scale(b.add(b.op('Erf', [b.scale(x, Math.SQRT1_2)]), b.scalar(1)), 0.5)
  return b.add(distribution, b.mul(x, density))
}

const OUTER = Math.sqrt(2 / Math.PI)
const CUBIC = 0.044715

function tanhSlope(b: Builder, x: string): string {
  const square = b.mul(x, x)
  const t = b.op('Tanh', [b.mul(b.scale(x, OUTER), b.add(b.scale(square, CUBIC), b.scalar(1)))])
  const slope = b.add(b.scale(square, 3 * CUBIC * OUTER), b.scalar(OUTER))
  const spread = b.mul(b.mul(x, b.sub(b.scalar(1), b.mul(t, t))), slope)
  return b.scale(b.add(b.add(t, b.scalar(1)), spread), 0.5)
}
