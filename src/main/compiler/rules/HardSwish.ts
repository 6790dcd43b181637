import { aboveZero, unary } from './families/elementwise'

/** y = x * clip(x/6 + 1/2, 0, 1): gx = gy * (x/3 + 1/2) where -3 < x < 3, 0 from -3 down, gy from 3 up. */
export const rule = unary('HardSwish', null, ({ b, x }) => {
  const between = b.op('Less', [b.op('Abs', [x(0)]), b.scalar(3)])
  return b.where(between, b.add(b.scale(x(0), 1 / 3), b.scalar(0.5)), b.indicator(aboveZero(b, x(0))))
})
