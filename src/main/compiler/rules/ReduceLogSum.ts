import { reduction } from './families/reduction'

/** y = ln sum x: gx = gy / sum x = gy e^-y, stretched. */
export const rule = reduction('ReduceLogSum', { start: 0, step: (total, x) => total + x, end: Math.log }, ({ b, y, g }) => b.mul(g, b.op('Exp', [b.neg(y)])))
