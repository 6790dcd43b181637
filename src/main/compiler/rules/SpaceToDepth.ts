import { int, intAttr, string } from '../onnx/attrs'
import type { OpRule } from '../rule'

/** Blocks into depth, ordered (block row, block column, channel): gx = gy moved back by DepthToSpace in DCR order. */
export const rule: OpRule = {
  op: 'SpaceToDepth',
  types: ({ node, input }) => {
    const [n = 1, c = 1, h = 1, w = 1] = input(0).dims
    const s = intAttr(node, 'blocksize', 1)
    return [{ dtype: input(0).dtype, dims: [n, c * s * s, h / s, w / s] }]
  },
  vjp: ({ node, b, gy }) => [b.op('DepthToSpace', [gy], { blocksize: int(intAttr(node, 'blocksize', 1)), mode: string('DCR') })]
}
