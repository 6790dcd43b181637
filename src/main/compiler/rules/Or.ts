import { zero } from './families/zero'

/** y = a or b: no gradient. */
export const rule = zero('Or', (a, b) => Boolean(a) || Boolean(b), 'bool')
