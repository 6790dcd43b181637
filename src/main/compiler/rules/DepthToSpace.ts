import { intAttr, stringAttr } from '../onnx/attrs'
import type { Node } from '../onnx/graph'
import type { OpRule } from '../rule'

/**
 * Depth into blocks: DCR reads the depth as (block row, block column, channel), CRD as (channel, block row, block column).
 * gx = gy moved back.
 */
export const rule: OpRule = {
  op: 'DepthToSpace',
  types: ({ node, input }) => {
    const [n = 1, c = 1, h = 1, w = 1] = input(0).dims
    const s = blockOf(node)
    return [{ dtype: input(0).dtype, dims: [n, c / (s * s), h * s, w * s] }]
  },
  vjp: ({ node, b, x, gy }) => {
    const dims = b.dims(x(0))
    const [n = 1, depth = 1, h = 1, w = 1] = dims
    const s = blockOf(node)
    const blocks = b.reshape(gy, [n, depth / (s * s), h, s, w, s])
    return [b.reshape(b.transpose(blocks, stringAttr(node, 'mode', 'DCR') === 'DCR' ? [0, 3, 5, 1, 2, 4] : [0, 1, 3, 5, 2, 4]), dims)]
  }
}

const blockOf = (node: Node): number => intAttr(node, 'blocksize', 1)
