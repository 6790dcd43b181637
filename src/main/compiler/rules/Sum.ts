import { variadic } from './families/elementwise'

/** y = a + b + ...: each gets gy. */
export const rule = variadic('Sum', (...values) => values.reduce((a, b) => a + b, 0), ({ gy }) => gy)
