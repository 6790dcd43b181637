import type { Builder } from '../builder'
import type { Node } from '../onnx/graph'
import type { OpRule, VjpCall } from '../rule'
import { broadcastDims } from '../tensor/broadcast'
import { isBlocked, twoLevels } from './families/channelwise'
import { aboveZero } from './families/elementwise'

/**
 * y = x where x > 0, else slope * x: gx = gy * (1 or slope), gslope = gy * min(x, 0). PRelu'(0) = slope, as in PyTorch.
 * The slope broadcasts to x.
 */
export const rule: OpRule = {
  op: 'PRelu',
  types: ({ node, input }) => [{ dtype: input(0).dtype, dims: broadcastDims(node, [input(0).dims, input(1).dims]) }],
  // ONNX Runtime has the op in plain layout only; x * factor shares its factor with the backward pass.
  blocked: ({ node, b }) => {
    const slopes = channelSlopes(b, node)
    if (slopes === undefined) return false
    const [x = ''] = node.inputs
    b.emit('Mul', [x, twoLevels(b, x, slopes)], {}, { outputs: node.outputs })
    return true
  },
  vjp: (call) => {
    const { b, gy, x, needs } = call
    return [needs(0) ? b.mul(gy, factor(call)) : null, needs(1) ? b.unbroadcast(b.mul(gy, b.op('Min', [x(0), b.scalar(0)])), b.dims(x(1))) : null]
  }
}

function factor({ node, b, x }: VjpCall): string {
  const slopes = channelSlopes(b, node)
  return slopes === undefined ? b.where(aboveZero(b, x(0)), b.scalar(1), x(1)) : twoLevels(b, x(0), slopes)
}

/** The slopes, one a channel, where they are constant and the blocked style applies. */
function channelSlopes(b: Builder, { inputs: [x = '', slope = ''] }: Node): Float32Array | undefined {
  const constant = b.constantOf(slope)
  if (constant === undefined || !isBlocked(b, x)) return undefined
  const channels = b.dims(x)[1] ?? 1
  if (constant.data.length === 1) return new Float32Array(channels).fill(constant.data[0] ?? 0)
  const perChannel = constant.data.length === channels && constant.dims.at(-3) === channels
  return perChannel ? Float32Array.from(constant.data) : undefined
}
