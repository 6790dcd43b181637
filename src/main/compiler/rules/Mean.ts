import { variadic } from './families/elementwise'

/** y = (a + b + ...) / n: each gets gy / n. */
export const rule = variadic('Mean', (...values) => values.reduce((a, b) => a + b, 0) / values.length, ({ node, b, gy }) => b.scale(gy, 1 / node.inputs.length))
