import { sizeOf } from '../onnx/graph'
import type { OpRule } from '../rule'

/** y = mean over the spatial axes: gx = gy / count, everywhere. */
export const rule: OpRule = {
  op: 'GlobalAveragePool',
  types: ({ input }) => [{ dtype: input(0).dtype, dims: input(0).dims.map((dim, axis) => (axis < 2 ? dim : 1)) }],
  vjp: ({ b, x, gy }) => {
    const dims = b.dims(x(0))
    return [b.expand(b.scale(gy, 1 / sizeOf(dims.slice(2))), dims)]
  }
}
