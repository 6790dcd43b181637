import { extremum } from './families/elementwise'

/** y = max(a, b, ...): gy goes to the input that gives it. Ties: the first. */
export const rule = extremum('Max', Math.max, 'GreaterOrEqual')
