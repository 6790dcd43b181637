import { binary } from './families/elementwise'

/** c = a + b: ga = gb = gc. */
export const rule = binary('Add', (a, b) => a + b, [({ gy }) => gy, ({ gy }) => gy])
