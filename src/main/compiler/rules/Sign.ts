import { zero } from './families/zero'

/** y = -1, 0 or 1: gx = 0. */
export const rule = zero('Sign', Math.sign)
