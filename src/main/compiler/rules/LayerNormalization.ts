import { floatAttr, intAttr } from '../onnx/attrs'
import type { OpRule } from '../rule'
import { broadcastDims } from '../tensor/broadcast'
import { axisOf } from './families/axes'
import { normalize, onlyFirstOutput, pullNormalized } from './families/normalization'

/**
 * y = scale xhat + bias, xhat = x normalised over the axes from `axis` on:
 * gx = the normalisation's pull-back of gy * scale; gscale = sum(gy xhat), gbias = sum(gy).
 */
export const rule: OpRule = {
  op: 'LayerNormalization',
  types: ({ node, input }) => {
    onlyFirstOutput(node)
    broadcastDims(node, [input(0).dims, input(1).dims])
    return [input(0)]
  },
  vjp: ({ node, b, gy, x, needs }) => {
    const dims = b.dims(x(0))
    const first = axisOf(node, intAttr(node, 'axis', -1), dims.length)
    const normalized = normalize(b, x(0), [...dims.keys()].slice(first), floatAttr(node, 'epsilon', 1e-5))
    return [
      needs(0) ? pullNormalized(b, b.mul(gy, x(1)), normalized) : null,
      needs(1) ? b.unbroadcast(b.mul(gy, normalized.xhat), b.dims(x(1))) : null,
      needs(2) ? b.unbroadcast(gy, b.dims(x(2))) : null
    ]
  }
}
