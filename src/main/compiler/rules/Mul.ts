import { binary } from './families/elementwise'

/** c = a * b: ga = gc * b, gb = gc * a. */
export const rule = binary('Mul', (a, b) => a * b, [({ b, gy, x }) => b.mul(gy, x(1)), ({ b, gy, x }) => b.mul(gy, x(0))])
