import { unary } from './families/elementwise'

/** y = ln x: gx = gy / x. Infinite at 0. */
export const rule = unary('Log', Math.log, ({ b, x }) => b.op('Reciprocal', [x(0)]))
