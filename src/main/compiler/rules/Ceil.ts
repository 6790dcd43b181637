import { zero } from './families/zero'

/** y = x rounded up: gx = 0. */
export const rule = zero('Ceil', Math.ceil)
