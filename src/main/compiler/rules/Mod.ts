import { intAttr } from '../onnx/attrs'
import type { OpRule } from '../rule'
import { mapBroadcast } from '../tensor/broadcast'
import { binary } from './families/elementwise'

const rounded = binary('Mod', () => NaN, [({ gy }) => gy, ({ b, gy, x, y }) => b.mul(gy, b.div(b.sub(y(0), x(0)), x(1)))])

/**
 * c = a - b * k, where k = a / b rounded towards zero (fmod = 1) or down: ga = gc, gb = -gc * k = gc * (c - a) / b.
 * k's own steps count as flat.
 */
export const rule: OpRule = {
  ...rounded,
  fold: (node, inputs) => {
    const truncates = intAttr(node, 'fmod', 0) === 1
    return [mapBroadcast(node, inputs[0]?.dtype ?? 'float32', inputs, (a = 0, b = 1) => (truncates ? a % b : a - b * Math.floor(a / b)))]
  }
}
