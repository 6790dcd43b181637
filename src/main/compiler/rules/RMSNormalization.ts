import { floatAttr, intAttr } from '../onnx/attrs'
import type { OpRule } from '../rule'
import { axisOf } from './families/axes'
import { inverseRoot } from './families/normalization'
import { meanOver } from './families/reduction'

/** y = scale x / sqrt(mean(x^2) + epsilon), the mean over the axes from `axis` on; newer than the opset that Vidimus writes. */
export const rule: OpRule = {
  op: 'RMSNormalization',
  lower: ({ node, b }) => {
    const [x = '', scale = ''] = node.inputs
    const axes = [...b.dims(x).keys()].slice(axisOf(node, intAttr(node, 'axis', -1), b.dims(x).length))
    const r = inverseRoot(b, b.add(meanOver(b, b.mul(x, x), axes), b.scalar(floatAttr(node, 'epsilon', 1e-5))))
    return [b.mul(b.mul(x, r), scale)]
  }
}
