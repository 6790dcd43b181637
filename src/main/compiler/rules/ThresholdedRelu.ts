import { floatAttr } from '../onnx/attrs'
import { unary } from './families/elementwise'

/** y = x where x > alpha, else 0: gx = gy where x > alpha. 0 at alpha. */
export const rule = unary('ThresholdedRelu', null, ({ node, b, x }) => b.indicator(b.op('Greater', [x(0), b.scalar(floatAttr(node, 'alpha', 1))])))
