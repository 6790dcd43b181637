import type { OpRule } from '../rule'
import { broadcastDims, mapBroadcast } from '../tensor/broadcast'

/** y = c ? a : b: ga = gy where c, gb = gy elsewhere; none for the condition. */
export const rule: OpRule = {
  op: 'Where',
  types: ({ node, input }) => [{ dtype: input(1).dtype, dims: broadcastDims(node, [input(0).dims, input(1).dims, input(2).dims]) }],
  fold: (node, inputs) => [mapBroadcast(node, inputs[1]?.dtype ?? 'float32', inputs, (c, a = 0, b = 0) => (c ? a : b))],
  vjp: ({ b, gy, x, needs }) => {
    const zero = b.scalar(0)
    return [
      null,
      needs(1) ? b.unbroadcast(b.where(x(0), gy, zero), b.dims(x(1))) : null,
      needs(2) ? b.unbroadcast(b.where(x(0), zero, gy), b.dims(x(2))) : null
    ]
  }
}
