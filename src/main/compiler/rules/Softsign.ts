import { unary } from './families/elementwise'

/** y = x / (1 + |x|): gx = gy * (1 - |y|)^2. */
export const rule = unary('Softsign', null, ({ b, y }) => {
  const root = b.sub(b.scalar(1), b.op('Abs', [y(0)]))
  return b.mul(root, root)
})
