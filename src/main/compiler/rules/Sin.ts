import { unary } from './families/elementwise'

/** y = sin(x): gx = gy * cos(x). */
export const rule = unary('Sin', Math.sin, ({ b, x }) => b.op('Cos', [x(0)]))
