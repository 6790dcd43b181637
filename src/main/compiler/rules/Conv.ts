import { inputError } from '../../../shared/errors'
import { describe, type Node } from '../onnx/graph'
import type { OpRule } from '../rule'
import { inputAdjoint, weightAdjoint, type Convolution } from './families/convolution'
import { groupOf, slidingWindow, windowCounts } from './families/window'

/** y = conv(x, w) + bias: gx and gw are the adjoints of the convolution (families/convolution.ts), gbias = sum of gy over all but channels. */
export const rule: OpRule = {
  op: 'Conv',
  types: ({ node, input }) => {
    const { dims } = input(0)
    const { window } = convolutionOf(node, dims, input(1).dims)
    return [{ dtype: input(0).dtype, dims: [dims[0] ?? 1, input(1).dims[0] ?? 1, ...windowCounts(window, dims.slice(2))] }]
  },
  vjp: ({ node, b, x, gy, needs }) => {
    const [dims, weights] = [b.dims(x(0)), b.dims(x(1))]
    const conv = convolutionOf(node, dims, weights)
    return [
      needs(0) ? inputAdjoint(b, gy, x(1), conv, dims) : null,
      needs(1) ? weightAdjoint(b, gy, x(0), conv, weights) : null,
      needs(2) ? b.reduceSum(gy, dims.flatMap((_, axis) => (axis === 1 ? [] : [axis])), false) : null
    ]
  }
}

function convolutionOf(node: Node, dims: readonly number[], weights: readonly number[]): Convolution {
  const group = groupOf(node)
  const [m = 0, c = 0, ...kernel] = weights
  if (dims.length < 3 || dims[1] !== c * group || m % group !== 0)
    throw inputError('model.shape', `${describe(node)}: weights [${weights.join(', ')}] in ${group} group(s) do not fit an input [${dims.join(', ')}]. The model file is not valid ONNX.`)
  return { group, window: slidingWindow(node, dims.slice(2), kernel) }
}
