import { unary } from './families/elementwise'

/** y = sqrt(x): gx = gy / (2 y). Infinite at 0. */
export const rule = unary('Sqrt', Math.sqrt, ({ b, y }) => b.div(b.scalar(0.5), y(0)))
