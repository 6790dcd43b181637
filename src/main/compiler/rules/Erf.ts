import { unary } from './families/elementwise'

/** y = erf(x): gx = gy * 2/sqrt(pi) * e^(-x^2). */
export const rule = unary('Erf', null, ({ b, x }) => b.scale(b.op('Exp', [b.neg(b.mul(x(0), x(0)))]), 2 / Math.sqrt(Math.PI)))
