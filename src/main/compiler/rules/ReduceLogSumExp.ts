import { reduction } from './families/reduction'

/** y = ln sum e^x: gx = gy * e^(x - y). */
export const rule = reduction('ReduceLogSumExp', { start: 0, step: (total, x) => total + Math.exp(x), end: Math.log }, ({ b, x, y, g }) => b.mul(g, b.op('Exp', [b.sub(x, y)])))
