import { inputError } from '../../../shared/errors'
import { intsAttr, stringAttr } from '../onnx/attrs'
import { describe, type Node } from '../onnx/graph'
import type { OpRule } from '../rule'
import { weightAdjoint, type Convolution } from './families/convolution'
import { groupOf, reach, splitPads, windowAttrs, windowOf, type Window } from './families/window'
import { int } from '../onnx/attrs'

/**
 * y = conv^T(x, w) + bias, the adjoint of a Conv that maps y's shape to x's: so gx = conv(gy, w), gw is that Conv's
 * weight adjoint with the roles of x and gy exchanged, gbias = sum of gy over all but channels.
 */
export const rule: OpRule = {
  op: 'ConvTranspose',
  types: ({ node, input }) => {
    const [dims, weights] = [input(0).dims, input(1).dims]
    return [{ dtype: input(0).dtype, dims: [dims[0] ?? 1, (weights[1] ?? 1) * groupOf(node), ...geometry(node, dims, weights).spatial] }]
  },
  vjp: ({ node, b, x, gy, needs }) => {
    const [dims, weights] = [b.dims(x(0)), b.dims(x(1))]
    const { window, group } = geometry(node, dims, weights)
    return [
      needs(0) ? b.op('Conv', [gy, x(1)], { ...windowAttrs(window), group: int(group) }) : null,
      needs(1) ? weightAdjoint(b, x(0), gy, { window, group }, weights) : null,
      needs(2) ? b.reduceSum(gy, dims.flatMap((_, axis) => (axis === 1 ? [] : [axis])), false) : null
    ]
  }
}

/** The Conv whose adjoint this is, and the spatial size of y. */
function geometry(node: Node, dims: readonly number[], weights: readonly number[]): Convolution & { spatial: readonly number[] } {
  const [c, , ...kernel] = weights
  if (dims.length < 3 || dims[1] !== c) throw inputError('model.shape', `${describe(node)}: weights [${weights.join(', ')}] do not fit an input [${dims.join(', ')}]. The model file is not valid ONNX.`)
  const given = dims.slice(2)
  // auto_pad means something else here than in windowOf: pads follow from the wanted output.
  const plain = windowOf({ ...node, attrs: Object.fromEntries(Object.entries(node.attrs).filter(([name]) => name !== 'auto_pad')) }, given, kernel)
  return { group: groupOf(node), ...sizes(node, given, plain) }
}

function sizes(node: Node, given: readonly number[], plain: Window): { window: Window; spatial: readonly number[] } {
  const auto = stringAttr(node, 'auto_pad', 'NOTSET')
  const extra = intsAttr(node, 'output_padding') ?? given.map(() => 0)
  const full = given.map((size, i) => (size - 1) * (plain.strides[i] ?? 1) + reach(plain.dilations[i] ?? 1, plain.kernel[i] ?? 1) + (extra[i] ?? 0))
  const wanted = intsAttr(node, 'output_shape') ?? (auto.startsWith('SAME') ? given.map((size, i) => size * (plain.strides[i] ?? 1)) : undefined)
  if (wanted === undefined) {
    const none = given.map(() => 0)
    const window = auto === 'VALID' ? { ...plain, begin: none, end: none } : plain
    return { window, spatial: full.map((size, i) => size - (window.begin[i] ?? 0) - (window.end[i] ?? 0)) }
  }
  const spatial = wanted.slice(-given.length)
  // The output_padding part of `full` holds no taps, so it is no pad of the forward Conv.
  const totals = full.map((size, i) => Math.max(0, size - (spatial[i] ?? 0)))
  return { window: { ...plain, ...splitPads(totals, auto) }, spatial }
}
