import type { Builder } from '../../builder'
import { intAttr, ints, needInts } from '../../onnx/attrs'
import { sizeOf, tensor, type Node } from '../../onnx/graph'
import { groupOf, windowCounts, windowOf, type Window } from './window'

/**
 * Convolution with ops that ONNX Runtime has in float64: for every kernel tap the input is shifted and strided by a
 * Slice and multiplied by that tap's weights, and the taps are summed. All values are float64.
 *
 * @param x [N, C, spatial...], w [M, C/group, kernel...], bias [M] or null
 */
export function exactConvolution(b: Builder, node: Node, x: string, w: string, bias: string | null): string {
  const [n = 1, c = 1, ...spatial] = b.dims(x)
  const [m = 1, perGroup = 1, ...kernel] = b.dims(w)
  const group = groupOf(node)
  const window = windowOf(node, spatial, kernel)
  const out = windowCounts(window, spatial)
  const padded = padSpatial(b, x, window)
  const depthwise = perGroup === 1 && group === m
  const flatWeights = b.reshape(w, [m, perGroup, sizeOf(kernel)])
  const taps = tapsOf(kernel).map((tap, t) => {
    const shifted = shift(b, padded, tap, window, out)
    const weights = b.slice(flatWeights, 2, t, t + 1)
    if (depthwise) return b.mul(shifted, b.reshape(weights, [m, ...kernel.map(() => 1)]))
    return b.matmul(b.reshape(weights, [1, group, m / group, perGroup]), b.reshape(shifted, [n, group, c / group, sizeOf(out)]))
  })
  const total = b.reshape(b.sum(taps), [n, m, ...out])
  return bias === null ? total : b.add(total, b.reshape(bias, [m, ...kernel.map(() => 1)]))
}

/** AveragePool in float64; null for ceil_mode, whose last window may hang over the end. */
export function exactAverage(b: Builder, node: Node, x: string): string | null {
  const [n = 1, c = 1, ...spatial] = b.dims(x)
  const window = windowOf(node, spatial, needInts(node, 'kernel_shape'))
  if (intAttr(node, 'ceil_mode', 0) !== 0) return null
  const out = windowCounts(window, spatial)
  const total = (from: string): string => b.sum(tapsOf(window.kernel).map((tap) => shift(b, padSpatial(b, from, window), tap, window, out)))
  const ones = b.constant(tensor('float64', [1, 1, ...spatial], new Float64Array(sizeOf(spatial)).fill(1)))
  const counts = intAttr(node, 'count_include_pad', 0) === 0 ? total(ones) : b.constant(tensor('float64', [], [sizeOf(window.kernel)]))
  return b.reshape(b.div(total(x), counts), [n, c, ...out])
}

const padSpatial = (b: Builder, x: string, { begin, end }: Window): string => b.pad(x, [0, 0, ...begin, 0, 0, ...end])

/** Every position of a kernel, row-major. */
const tapsOf = (kernel: readonly number[]): number[][] => kernel.reduce<number[][]>((taps, size) => taps.flatMap((tap) => Array.from({ length: size }, (_, i) => [...tap, i])), [[]])

function shift(b: Builder, x: string, tap: readonly number[], { strides, dilations }: Window, out: readonly number[]): string {
  const starts = tap.map((position, i) => position * (dilations[i] ?? 1))
  const ends = starts.map((start, i) => start + ((out[i] ?? 1) - 1) * (strides[i] ?? 1) + 1)
  const whole = starts.every((start) => start === 0) && strides.every((stride) => stride === 1) && ends.every((end, i) => end === b.dims(x)[i + 2])
  return whole ? x : b.op('Slice', [x], { starts: ints(starts), ends: ints(ends), axes: ints(tap.map((_, i) => i + 2)), steps: ints(strides) })
}
