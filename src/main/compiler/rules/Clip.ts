import type { Builder } from '../builder'
import { floatAttr } from '../onnx/attrs'
import type { Node } from '../onnx/graph'
import type { OpRule } from '../rule'
import { mapBroadcast } from '../tensor/broadcast'
import { unary } from './families/elementwise'

/** y = min(max(x, min), max): gx = gy where min < x < max. 0 at the bounds, as ReLU6 in PyTorch. */
export const rule: OpRule = {
  ...unary('Clip', null, () => ''),
  // The bounds are float32 attributes here; whole numbers (shape arithmetic) take the other way.
  lower: ({ node, b }) => {
    const [x = ''] = node.inputs
    const { dtype } = b.type(x)
    const [low, high] = boundsOf(node)
    const clipped = (op: string, value: string, bound: number): string => (Number.isFinite(bound) ? b.op(op, [value, b.scalar(bound, dtype)]) : value)
    if (dtype === 'float32') return b.emit('Clip', [x], node.attrs, { outputs: node.outputs, name: node.name })
    return [clipped('Min', clipped('Max', x, low), high)]
  },
  fold: (node, [x]) => {
    const [low, high] = boundsOf(node)
    return x ? [mapBroadcast(node, x.dtype, [x], (value) => Math.min(Math.max(value, low), high))] : []
  },
  vjp: ({ node, b, gy, x }) => {
    const inside = insideOf(b, x(0), ...boundsOf(node))
    return [inside === null ? gy : b.mul(gy, b.indicator(inside))]
  }
}

const boundsOf = (node: Node): [low: number, high: number] => [floatAttr(node, 'min', -Infinity), floatAttr(node, 'max', Infinity)]

/** null where there is no bound. Bounds beyond 3e38 are the defaults that old exporters write out. */
function insideOf(b: Builder, x: string, low: number, high: number): string | null {
  const above = low > -3e38 ? b.op('Greater', [x, b.scalar(low)]) : null
  const below = high < 3e38 ? b.op('Less', [x, b.scalar(high)]) : null
  return above !== null && below !== null ? b.op('And', [above, below]) : (above ?? below)
}
