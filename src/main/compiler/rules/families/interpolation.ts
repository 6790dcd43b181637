import { inputError } from '../../../../shared/errors'
import { floatAttr, floatsAttr, intAttr, intsAttr, stringAttr } from '../../onnx/attrs'
import { describe, type Node } from '../../onnx/graph'
import { axesOf } from './axes'
import { axisMatrix, type AxisMatrix } from './axisMatrix'

/** How Resize maps one axis: `scale` is what the coordinates use, which need not be outputs / inputs. */
export interface Scaling {
  inputs: number
  outputs: number
  scale: number
}

/** ONNX Runtime computes coordinates in float32; near .5 another precision would choose another neighbour. */
const f = Math.fround

/** The scaling of every axis, from `scales` or `sizes`, which may name only some axes. */
export function scalingsOf(node: Node, dims: readonly number[]): Scaling[] {
  const scales = floatsAttr(node, 'scales') ?? []
  const sizes = intsAttr(node, 'sizes') ?? []
  const given = scales.length > 0 ? scales : sizes
  const axes = axesOf(node, intsAttr(node, 'axes') ?? dims.map((_, i) => i), dims.length)
  if (given.length !== axes.length) throw inputError('model.attribute', `${describe(node)}: ${given.length} scales or sizes for ${axes.length} axes. The model file is not valid ONNX.`)
  const scalings = dims.map((inputs): Scaling => ({ inputs, outputs: inputs, scale: 1 }))
  const common = commonScale(node, axes.map((axis, i) => f((sizes[i] ?? 1) / (dims[axis] ?? 1))))
  axes.forEach((axis, i) => {
    const inputs = dims[axis] ?? 1
    if (scales.length > 0) scalings[axis] = { inputs, scale: f(scales[i] ?? 1), outputs: Math.floor(f(f(scales[i] ?? 1) * inputs)) }
    else if (common !== undefined) scalings[axis] = { inputs, scale: common, outputs: Math.round(f(common * inputs)) }
    else scalings[axis] = { inputs, scale: f((sizes[i] ?? 1) / inputs), outputs: sizes[i] ?? 1 }
  })
  return scalings
}

function commonScale(node: Node, scales: readonly number[]): number | undefined {
  const policy = stringAttr(node, 'keep_aspect_ratio_policy', 'stretch')
  if (policy === 'not_larger') return Math.min(...scales)
  return policy === 'not_smaller' ? Math.max(...scales) : undefined
}

/** The matrix of one axis; null where it is left as it is. */
export function interpolationMatrix(node: Node, scaling: Scaling): AxisMatrix | null {
  if (scaling.inputs === scaling.outputs && scaling.scale === 1) return null
  const mode = stringAttr(node, 'mode', 'nearest')
  const filter = filterOf(node, mode)
  return axisMatrix(scaling.outputs, scaling.inputs, (i) => {
    const position = sourceOf(node, i, scaling)
    return filter === undefined ? [[nearest(node, position, scaling.inputs), 1]] : weighted(node, position, scaling, filter)
  })
}

/** Where output `i` lies in the input. */
function sourceOf(node: Node, i: number, { inputs, outputs, scale }: Scaling): number {
  const mode = stringAttr(node, 'coordinate_transformation_mode', 'half_pixel')
  const half = f(f((i + 0.5) / scale) - 0.5)
  switch (mode) {
    case 'half_pixel':
      return half
    case 'pytorch_half_pixel':
      return outputs > 1 ? half : 0
    case 'half_pixel_symmetric':
      return f(f((inputs / 2) * f(1 - f(outputs / f(scale * inputs)))) + half)
    case 'align_corners':
      return outputs === 1 ? 0 : f((i * (inputs - 1)) / (outputs - 1))
    case 'asymmetric':
      return f(i / scale)
    case 'tf_half_pixel_for_nn':
      return f((i + 0.5) / scale)
    default:
      throw inputError('model.attribute', `${describe(node)}: Vidimus does not know the coordinate_transformation_mode "${mode}". Export the model with half_pixel, align_corners or asymmetric.`)
  }
}

const ROUNDINGS: ReadonlyMap<string, (x: number) => number> = new Map([
  ['floor', Math.floor],
  ['ceil', Math.ceil],
  ['round_prefer_floor', (x) => Math.ceil(x - 0.5)],
  ['round_prefer_ceil', (x) => Math.floor(x + 0.5)]
])

function nearest(node: Node, position: number, inputs: number): number {
  const mode = stringAttr(node, 'nearest_mode', 'round_prefer_floor')
  const round = ROUNDINGS.get(mode)
  if (round === undefined) throw inputError('model.attribute', `${describe(node)}: the nearest_mode "${mode}" does not exist. The model file is not valid ONNX.`)
  return Math.min(Math.max(round(position), 0), inputs - 1)
}

/** An interpolation kernel: its weight at a distance, and the distance beyond which it is zero. */
interface Filter {
  weight: (distance: number) => number
  reach: number
}

function filterOf(node: Node, mode: string): Filter | undefined {
  if (mode === 'nearest') return
  if (mode === 'linear') return { reach: 1, weight: (distance) => Math.max(0, 1 - Math.abs(distance)) }
  if (mode === 'cubic') return { reach: 2, weight: cubic(floatAttr(node, 'cubic_coeff_a', -0.75)) }
  throw inputError('model.attribute', `${describe(node)}: the mode "${mode}" does not exist. The model file is not valid ONNX.`)
}

/** Keys' cubic convolution. */
const cubic =
  (a: number) =>
  (distance: number): number => {
    const d = Math.abs(distance)
    if (d < 1) return ((a + 2) * d - (a + 3)) * d * d + 1
    return d < 2 ? ((a * d - 5 * a) * d + 8 * a) * d - 4 * a : 0
  }

/** What an output sums; the weights sum to 1. Beyond the border the edge is repeated, unless `exclude_outside`. */
function weighted(node: Node, position: number, { inputs, scale }: Scaling, { weight, reach }: Filter): (readonly [number, number])[] {
  const squeeze = intAttr(node, 'antialias', 0) === 1 ? Math.min(1, scale) : 1
  const excludes = intAttr(node, 'exclude_outside', 0) === 1
  const first = Math.ceil(position - reach / squeeze)
  const last = Math.floor(position + reach / squeeze)
  const all = Array.from({ length: last - first + 1 }, (_, i) => [first + i, weight((first + i - position) * squeeze)] as const)
  const taps = excludes ? all.filter(([at]) => at >= 0 && at < inputs) : all
  const total = taps.reduce((sum, [, value]) => sum + value, 0)
  return taps.map(([at, value]) => [Math.min(Math.max(at, 0), inputs - 1), value / total])
}
