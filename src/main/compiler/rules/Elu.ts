import { floatAttr } from '../onnx/attrs'
import { aboveZero, unary } from './families/elementwise'

/** y = x where x > 0, else alpha (e^x - 1): gx = gy * (1 or y + alpha). Elu'(0) = alpha. */
export const rule = unary('Elu', null, ({ node, b, x, y }) => b.where(aboveZero(b, x(0)), b.scalar(1), b.add(y(0), b.scalar(floatAttr(node, 'alpha', 1)))))
