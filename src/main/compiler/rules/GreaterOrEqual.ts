import { zero } from './families/zero'

/** y = (a >= b): no gradient. */
export const rule = zero('GreaterOrEqual', (a = NaN, b = NaN) => a >= b, 'bool')
