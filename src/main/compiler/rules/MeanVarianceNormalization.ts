import { intsAttr } from '../onnx/attrs'
import type { OpRule } from '../rule'
import { axesOf } from './families/axes'
import { meanOver } from './families/reduction'

/** y = (x - mean) / (sqrt(var) + 1e-9) over `axes`: all but the channel unless said otherwise. */
export const rule: OpRule = {
  op: 'MeanVarianceNormalization',
  lower: ({ node, b }) => {
    const [x = ''] = node.inputs
    const axes = axesOf(node, intsAttr(node, 'axes') ?? [0, 2, 3], b.dims(x).length)
    const centred = b.sub(x, meanOver(b, x, axes))
    const spread = b.op('Sqrt', [meanOver(b, b.mul(centred, centred), axes)])
    return [b.div(centred, b.add(spread, b.scalar(1e-9)))]
  }
}
