import { unary } from './families/elementwise'

/** y = x t, t = tanh(softplus(x)): gx = gy * (t + x (1 - t^2) sigmoid(x)). */
export const rule = unary('Mish', null, ({ b, x }) => {
  const t = b.op('Tanh', [b.op('Softplus', [x(0)])])
  const inner = b.mul(b.sub(b.scalar(1), b.mul(t, t)), b.op('Sigmoid', [x(0)]))
  return b.add(t, b.mul(x(0), inner))
})
