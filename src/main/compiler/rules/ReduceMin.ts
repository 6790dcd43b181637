import { extremeReduction } from './families/reduction'

/** y = min x: gy goes to the smallest. Ties share it evenly. */
export const rule = extremeReduction('ReduceMin', { start: Infinity, step: Math.min })
