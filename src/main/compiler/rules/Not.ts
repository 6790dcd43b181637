import { zero } from './families/zero'

/** y = not a: no gradient. */
export const rule = zero('Not', (a) => !a, 'bool')
