import { zero } from './families/zero'

/** y = x rounded down: gx = 0. */
export const rule = zero('Floor', Math.floor)
