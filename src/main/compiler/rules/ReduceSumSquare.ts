import { reduction } from './families/reduction'

/** y = sum x^2: gx = gy * 2 x. */
export const rule = reduction('ReduceSumSquare', { start: 0, step: (total, x) => total + x * x }, ({ b, x, g }) => b.mul(g, b.scale(x, 2)))
