import { floatAttr } from '../onnx/attrs'
import type { OpRule } from '../rule'
import { channelInput, normalize, perChannel, pullNormalized } from './families/normalization'

/**
 * y = scale xhat + bias, xhat = x normalised over the axes after the channel:
 * gx = the normalisation's pull-back of gy * scale; gscale = sum(gy xhat), gbias = sum(gy).
 */
export const rule: OpRule = {
  op: 'InstanceNormalization',
  types: (call) => [channelInput(call, 2)],
  vjp: ({ node, b, gy, x, needs }) => {
    const dims = b.dims(x(0))
    const normalized = normalize(b, x(0), [...dims.keys()].slice(2), floatAttr(node, 'epsilon', 1e-5))
    const channels = b.dims(x(1))
    const sum = (g: string): string => b.reshape(b.reduceSum(g, [...dims.keys()].filter((axis) => axis !== 1)), channels)
    return [
      needs(0) ? pullNormalized(b, b.mul(gy, perChannel(b, x(1), dims.length)), normalized) : null,
      needs(1) ? sum(b.mul(gy, normalized.xhat)) : null,
      needs(2) ? sum(gy) : null
    ]
  }
}
