import { zero } from './families/zero'

/** y = a or b, not both: no gradient. */
export const rule = zero('Xor', (a, b) => Boolean(a) !== Boolean(b), 'bool')
