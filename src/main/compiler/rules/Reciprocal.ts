import { unary } from './families/elementwise'

/** y = 1 / x: gx = -gy * y^2. */
export const rule = unary('Reciprocal', (x) => 1 / x, ({ b, y }) => b.neg(b.mul(y(0), y(0))))
