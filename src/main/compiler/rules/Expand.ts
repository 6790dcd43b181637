import { needInts } from '../onnx/attrs'
import type { OpRule } from '../rule'
import { broadcastDims, broadcastTo } from '../tensor/broadcast'

/** y = x broadcast with `shape`: gx = gy summed over the axes that were stretched. */
export const rule: OpRule = {
  op: 'Expand',
  types: ({ node, input }) => [{ dtype: input(0).dtype, dims: broadcastDims(node, [input(0).dims, needInts(node, 'shape')]) }],
  fold: (node, [x]) => (x ? [broadcastTo(x, broadcastDims(node, [x.dims, needInts(node, 'shape')]))] : []),
  vjp: ({ b, x, gy }) => [b.unbroadcast(gy, b.dims(x(0)))]
}
