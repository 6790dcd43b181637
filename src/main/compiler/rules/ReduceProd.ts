import { ints, int } from '../onnx/attrs'
import { reduction } from './families/reduction'

/** y = product x: gx = gy * the product of the others, also where some x are 0. */
export const rule = reduction('ReduceProd', { start: 1, step: (total, x) => total * x }, ({ b, x, g, axes }) => {
  const zero = b.scalar(0)
  const one = b.scalar(1)
  const isZero = b.op('Equal', [x, zero])
  const filled = b.where(isZero, one, x)
  const product = b.op('ReduceProd', [filled], { axes: ints(axes), keepdims: int(1) })
  const zeros = b.reduceSum(b.indicator(isZero), axes)
  const productIf = (count: number): string => b.where(b.op('Equal', [zeros, b.scalar(count)]), product, zero)
  return b.mul(g, b.where(isZero, productIf(1), b.div(productIf(0), filled)))
})
