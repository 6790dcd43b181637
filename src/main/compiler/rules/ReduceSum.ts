import { reduction } from './families/reduction'

/** y = sum x: gx = gy, stretched. */
export const rule = reduction('ReduceSum', { start: 0, step: (total, x) => total + x }, ({ g }) => g)
