import { binary, wholeDivisor } from './families/elementwise'

/** c = a / b: ga = gc / b, gb = -gc * c / b. Whole numbers divide towards zero. */
export const rule = binary(
  'Div',
  (a, b, dtype) => (dtype === 'float32' ? a / b : Math.trunc(a / wholeDivisor(b))),
  [
    ({ b, gy, x }) => b.mul(gy, b.op('Reciprocal', [x(1)])),
    ({ b, gy, x, y }) => b.mul(gy, b.neg(b.mul(y(0), b.op('Reciprocal', [x(1)]))))
  ]
)
