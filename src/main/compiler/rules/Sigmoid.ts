import { unary } from './families/elementwise'

/** y = 1 / (1 + e^-x): gx = gy * y (1 - y). */
export const rule = unary('Sigmoid', (x) => 1 / (1 + Math.exp(-x)), ({ b, y }) => b.mul(y(0), b.sub(b.scalar(1), y(0))))
