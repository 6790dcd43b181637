import { inputError } from '../../../shared/errors'
import type { Builder } from '../builder'
import { floatAttr, int, intAttr, ints } from '../onnx/attrs'
import { describe } from '../onnx/graph'
import type { OpRule } from '../rule'

/**
 * y = x d^-beta, d = bias + alpha * (mean of x^2 over a window of `size` channels):
 * gx = gy d^-beta - 2 alpha beta x * (mean of gy y / d over the same window).
 */
export const rule: OpRule = {
  op: 'LRN',
  types: ({ input }) => [input(0)],
  vjp: ({ node, b, gy, x, y }) => {
    const size = intAttr(node, 'size', NaN)
    if (size % 2 !== 1) throw inputError('model.attribute', `${describe(node)}: "size" is missing or even, which ONNX Runtime does not run. Export the model with an odd window.`)
    const alpha = floatAttr(node, 'alpha', 1e-4)
    const beta = floatAttr(node, 'beta', 0.75)
    const d = b.add(b.scale(windowMean(b, b.mul(x(0), x(0)), size), alpha), b.scalar(floatAttr(node, 'bias', 1)))
    const own = b.op('Pow', [d, b.scalar(-beta)])
    const crossing = windowMean(b, b.mul(gy, b.div(y(0), d)), size)
    return [b.sub(b.mul(gy, own), b.mul(b.scale(x(0), 2 * alpha * beta), crossing))]
  }
}

/** Mean over `size` neighbouring channels, those beyond the edge counting as 0: an AveragePool with the channels as its height. */
function windowMean(b: Builder, x: string, size: number): string {
  const dims = b.dims(x)
  const [batch = 1, channels = 1, ...rest] = dims
  const reach = (size - 1) / 2
  const flat = b.reshape(x, [batch, 1, channels, rest.reduce((a, d) => a * d, 1)])
  return b.reshape(b.op('AveragePool', [flat], { kernel_shape: ints([size, 1]), pads: ints([reach, 0, reach, 0]), count_include_pad: int(1) }), dims)
}
