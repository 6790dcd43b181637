import { zero } from './families/zero'

/** y = (x is not a number): no gradient. */
export const rule = zero('IsNaN', (x = NaN) => Number.isNaN(x), 'bool')
