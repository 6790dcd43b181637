import { unary } from './families/elementwise'

/** y = ln(1 + e^x): gx = gy * sigmoid(x). */
export const rule = unary('Softplus', null, ({ b, x }) => b.op('Sigmoid', [x(0)]))
