import { reduction } from './families/reduction'

/** y = (sum x) / n: gx = gy / n, stretched. */
export const rule = reduction('ReduceMean', { start: 0, step: (total, x) => total + x, end: (total, n) => total / n }, ({ b, g, count }) => b.scale(g, 1 / count))
