import { argument } from './families/reduction'

/** y = the position of the largest: no gradient. */
export const rule = argument('ArgMax')
