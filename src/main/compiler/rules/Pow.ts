import type { Builder } from '../builder'
import type { VjpCall } from '../rule'
import { binary } from './families/elementwise'

/**
 * c = a^p: ga = gc * p * a^(p-1), gp = gc * c * ln a (0 where a <= 0, where c is no smooth function of p).
 * a keeps its dtype; p may have another.
 */
export const rule = binary(
  'Pow',
  (a, p) => Math.pow(a, p),
  [
    (call) => call.b.mul(call.gy, byBase(call)),
    ({ b, gy, x, y }) => {
      const base = b.op('Max', [x(0), b.scalar(SMALLEST)])
      const isPositive = b.op('Greater', [x(0), b.scalar(0)])
      return b.mul(gy, b.where(isPositive, b.mul(y(0), b.op('Log', [base])), b.scalar(0)))
    }
  ]
)

const SMALLEST = 2 ** -126

/** Squares and square roots, nearly all there is, need no Pow. */
function byBase({ b, x, y }: VjpCall): string {
  const base = x(0)
  switch (uniformValue(b, x(1))) {
    case 2:
      return b.scale(base, 2)
    case 0.5:
      return b.div(b.scalar(0.5), y(0))
    default: {
      const p = b.cast(x(1), 'float32')
      return b.mul(p, b.op('Pow', [base, b.sub(p, b.scalar(1))]))
    }
  }
}

function uniformValue(b: Builder, name: string): number | undefined {
  const data = b.constantOf(name)?.data
  return data?.length === 1 ? data[0] : undefined
}
