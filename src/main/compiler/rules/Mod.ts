import { intAttr } from '../onnx/attrs'
import type { OpRule } from '../rule'
import { mapBroadcast } from '../tensor/broadcast'
import { binary, wholeDivisor } from './families/elementwise'

const rounded = binary('Mod', () => NaN, [({ gy }) => gy, ({ b, gy, x, y }) => b.mul(gy, b.div(b.sub(y(0), x(0)), x(1)))])

/**
 * c = a - b * k, where k = a / b rounded towards zero (fmod = 1) or down: ga = gc, gb = -gc * k = gc * (c - a) / b.
 * k's own steps count as flat.
 */
export const rule: OpRule = {
  ...rounded,
  fold: (node, inputs) => {
    const truncates = intAttr(node, 'fmod', 0) === 1
    const dtype = inputs[0]?.dtype ?? 'float32'
    return [
      mapBroadcast(node, dtype, inputs, (a = 0, divisor = 1) => {
        const b = dtype === 'float32' ? divisor : wholeDivisor(divisor)
        return truncates ? a % b : a - b * Math.floor(a / b)
      })
    ]
  }
}
