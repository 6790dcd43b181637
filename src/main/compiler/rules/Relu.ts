import { positiveMask } from './families/channelwise'
import { unary } from './families/elementwise'

/** y = max(x, 0): gx = gy where x > 0. Relu'(0) = 0. */
export const rule = unary(
  'Relu',
  (x) => Math.max(x, 0),
  ({ b, y }) => positiveMask(b, y(0))
)
