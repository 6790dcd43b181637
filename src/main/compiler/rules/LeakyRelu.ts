import { floatAttr } from '../onnx/attrs'
import { aboveZero, unary } from './families/elementwise'

/** y = x where x > 0, else alpha x: gx = gy * (1 or alpha). LeakyRelu'(0) = alpha. */
export const rule = unary('LeakyRelu', null, ({ node, b, x }) => b.where(aboveZero(b, x(0)), b.scalar(1), b.scalar(floatAttr(node, 'alpha', 0.01))))
