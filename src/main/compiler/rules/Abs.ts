import { unary } from './families/elementwise'

/** y = |x|: gx = gy * sign(x). Abs'(0) = 0. */
export const rule = unary('Abs', Math.abs, ({ b, x }) => b.op('Sign', [x(0)]))
