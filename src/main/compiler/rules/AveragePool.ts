import type { Builder } from '../builder'
import { intAttr } from '../onnx/attrs'
import { sizeOf, tensor, type Node } from '../onnx/graph'
import type { OpRule } from '../rule'
import { inputAdjoint } from './families/convolution'
import { poolWindow, reach, windowCounts, type Window } from './families/window'

/**
 * y = mean over each window; pads count as zeros only with count_include_pad. gx = the adjoint of summing windows,
 * applied to gy / count.
 */
export const rule: OpRule = {
  op: 'AveragePool',
  types: ({ node, input }) => {
    const { dims, dtype } = input(0)
    return [{ dtype, dims: [...dims.slice(0, 2), ...poolOf(node, dims).counts] }]
  },
  vjp: ({ node, b, x, gy }) => {
    const dims = b.dims(x(0))
    const { window, counts } = poolOf(node, dims)
    const share = b.mul(gy, b.constant(shares(node, window, dims.slice(2), counts)))
    if (tilesExactly(window, dims.slice(2), counts)) return [repeated(b, share, window, dims)]
    const [, c = 1] = dims
    const ones = b.constant(tensor('float32', [c, 1, ...window.kernel], new Float32Array(c * sizeOf(window.kernel)).fill(1)))
    return [inputAdjoint(b, share, ones, { window: closed(window, dims.slice(2), counts), group: c }, dims)]
  }
}

function poolOf(node: Node, dims: readonly number[]): { window: Window; counts: readonly number[] } {
  const spatial = dims.slice(2)
  const window = poolWindow(node, spatial)
  return { window, counts: windowCounts(window, spatial, intAttr(node, 'ceil_mode', 0) === 1) }
}

/** The window with its end pads moved to where the last window ends, which ceil_mode lets hang over. */
function closed(window: Window, spatial: readonly number[], counts: readonly number[]): Window {
  const end = spatial.map((size, i) => ((counts[i] ?? 1) - 1) * (window.strides[i] ?? 1) + reach(window.dilations[i] ?? 1, window.kernel[i] ?? 1) - size - (window.begin[i] ?? 0))
  return { ...window, end: end.map((pad, i) => Math.max(pad, window.end[i] ?? 0)) }
}

/** 1 / (elements counted) for every output: separable, so the product of one row per axis. */
function shares(node: Node, window: Window, spatial: readonly number[], counts: readonly number[]): ReturnType<typeof tensor> {
  const withPads = intAttr(node, 'count_include_pad', 0) === 1
  const perAxis = spatial.map((size, i) => {
    const [low, high] = withPads ? [-(window.begin[i] ?? 0), size + (window.end[i] ?? 0)] : [0, size]
    return Array.from({ length: counts[i] ?? 1 }, (_, o) => taps(window, i, o).filter((at) => at >= low && at < high).length)
  })
  const elements = perAxis.reduce<number[]>((products, row) => products.flatMap((product) => row.map((count) => product * count)), [1])
  const uniform = elements.every((count) => count === elements[0])
  return uniform ? tensor('float32', [], [1 / (elements[0] ?? 1)]) : tensor('float32', [1, 1, ...counts], elements.map((count) => 1 / count))
}

/** Positions in x that window `index` covers along an axis; outside 0..size-1 they are pads. */
const taps = ({ kernel, strides, dilations, begin }: Window, axis: number, index: number): number[] =>
  Array.from({ length: kernel[axis] ?? 1 }, (_, t) => index * (strides[axis] ?? 1) + t * (dilations[axis] ?? 1) - (begin[axis] ?? 0))

/** Whether every element lies in exactly one window. */
const tilesExactly = ({ kernel, strides, dilations, begin }: Window, spatial: readonly number[], counts: readonly number[]): boolean =>
  spatial.every((size, i) => kernel[i] === strides[i] && dilations[i] === 1 && begin[i] === 0 && (counts[i] ?? 0) * (kernel[i] ?? 0) === size)

function repeated(b: Builder, share: string, { kernel }: Window, dims: readonly number[]): string {
  const lead = dims.slice(0, 2)
  const counts = b.dims(share).slice(2)
  const opened = b.reshape(share, [...lead, ...counts.flatMap((count) => [count, 1])])
  return b.reshape(b.expand(opened, [...lead, ...counts.flatMap((count, i) => [count, kernel[i] ?? 1])]), dims)
}
