import { unary } from './families/elementwise'

/** y = cos(x): gx = -gy * sin(x). */
export const rule = unary('Cos', Math.cos, ({ b, x }) => b.neg(b.op('Sin', [x(0)])))
