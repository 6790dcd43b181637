import { extremeReduction } from './families/reduction'

/** y = max x: gy goes to the largest. Ties share it evenly. */
export const rule = extremeReduction('ReduceMax', { start: -Infinity, step: Math.max })
