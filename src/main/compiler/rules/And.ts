import { zero } from './families/zero'

/** y = a and b: no gradient. */
export const rule = zero('And', (a, b) => Boolean(a) && Boolean(b), 'bool')
