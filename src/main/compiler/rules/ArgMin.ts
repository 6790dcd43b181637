import { argument } from './families/reduction'

/** y = the position of the smallest: no gradient. */
export const rule = argument('ArgMin')
