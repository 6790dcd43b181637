import { reduction } from './families/reduction'

/** y = sqrt(sum x^2): gx = gy * x / y. 0 where all x are 0, as in PyTorch. */
export const rule = reduction('ReduceL2', { start: 0, step: (total, x) => total + x * x, end: Math.sqrt }, ({ b, x, y, g }) =>
  b.mul(g, b.mul(x, b.op('Reciprocal', [b.op('Max', [y, b.scalar(SMALL)])])))
)

/** Its reciprocal is still finite. */
const SMALL = 1e-30
