import { unary } from './families/elementwise'

/** y = tanh(x): gx = gy * (1 - y^2). */
export const rule = unary('Tanh', Math.tanh, ({ b, y }) => b.sub(b.scalar(1), b.mul(y(0), y(0))))
