import { zero } from './families/zero'

/** y = (a = b): no gradient. */
export const rule = zero('Equal', (a, b) => a === b, 'bool')
