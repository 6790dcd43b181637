import type { OpRule } from '../rule'
import { unary } from './families/elementwise'

/** y = -x: gx = -gy. */
export const rule: OpRule = { ...unary('Neg', (x) => -x, () => ''), vjp: ({ b, gy }) => [b.neg(gy)] }
