import type { OpRule } from '../rule'

/** y = x: gx = gy. */
export const rule: OpRule = {
  op: 'Identity',
  types: ({ input }) => [input(0)],
  fold: (_, [x]) => (x ? [x] : []),
  vjp: ({ gy }) => [gy]
}
