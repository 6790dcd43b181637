import { binary } from './families/elementwise'

/** c = a - b: ga = gc, gb = -gc. */
export const rule = binary('Sub', (a, b) => a - b, [({ gy }) => gy, ({ b, gy }) => b.neg(gy)])
