import { unary } from './families/elementwise'

/** y = e^x: gx = gy * y. */
export const rule = unary('Exp', Math.exp, ({ y }) => y(0))
