import { extremum } from './families/elementwise'

/** y = min(a, b, ...): gy goes to the input that gives it. Ties: the first. */
export const rule = extremum('Min', Math.min, 'LessOrEqual')
