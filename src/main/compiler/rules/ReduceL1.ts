import { reduction } from './families/reduction'

/** y = sum |x|: gx = gy * sign(x). 0 at 0. */
export const rule = reduction('ReduceL1', { start: 0, step: (total, x) => total + Math.abs(x) }, ({ b, x, g }) => b.mul(g, b.op('Sign', [x])))
