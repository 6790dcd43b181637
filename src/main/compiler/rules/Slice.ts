import { inputError } from '../../../shared/errors'
import { intsAttr, needInts } from '../onnx/attrs'
import { describe, type Node } from '../onnx/graph'
import type { OpRule } from '../rule'
import { stridesOf, view } from '../tensor/strided'
import { axesOf } from './families/axes'
import { flip, frame, insertZeros } from './families/frame'

/** y = x[start : end : step] along some axes: gx = gy at the positions that were taken, zero elsewhere. */
export const rule: OpRule = {
  op: 'Slice',
  types: ({ node, input }) => [{ dtype: input(0).dtype, dims: rangesOf(node, input(0).dims).map(({ count }) => count) }],
  fold: (node, [x]) => {
    if (!x) return []
    const ranges = rangesOf(node, x.dims)
    const strides = stridesOf(x.dims)
    const offset = ranges.reduce((sum, { start }, axis) => sum + start * (strides[axis] ?? 0), 0)
    return [view(x, ranges.map(({ count }) => count), ranges.map(({ step }, axis) => step * (strides[axis] ?? 0)), offset)]
  },
  vjp: ({ node, b, x, gy }) => {
    const dims = b.dims(x(0))
    const ranges = rangesOf(node, dims)
    const forward = flip(b, gy, ranges.flatMap(({ step }, axis) => (step < 0 ? [axis] : [])))
    const spaced = ranges.reduce((value, { step }, axis) => insertZeros(b, value, axis, Math.abs(step)), forward)
    const before = ranges.map(({ start, step, count }) => (step < 0 ? start + (count - 1) * step : start))
    return [frame(b, spaced, before, dims.map((dim, axis) => dim - (before[axis] ?? 0) - (b.dims(spaced)[axis] ?? 0)))]
  }
}

interface Range {
  start: number
  step: number
  count: number
}

/** What is taken along every axis; starts and ends count from the end where negative, and are clamped as ONNX says. */
function rangesOf(node: Node, dims: readonly number[]): Range[] {
  const starts = needInts(node, 'starts')
  const ends = needInts(node, 'ends')
  const axes = axesOf(node, intsAttr(node, 'axes') ?? starts.map((_, i) => i), dims.length)
  const steps = intsAttr(node, 'steps') ?? starts.map(() => 1)
  const ranges: Range[] = dims.map((count) => ({ start: 0, step: 1, count }))
  axes.forEach((axis, i) => {
    const step = steps[i] ?? 1
    if (step === 0) throw inputError('model.attribute', `${describe(node)}: a step of 0 is not valid ONNX.`)
    ranges[axis] = rangeOf(dims[axis] ?? 0, starts[i] ?? 0, ends[i] ?? 0, step)
  })
  return ranges
}

function rangeOf(size: number, from: number, to: number, step: number): Range {
  const place = (value: number): number => (value < 0 ? value + size : value)
  const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high)
  const start = step > 0 ? clamp(place(from), 0, size) : clamp(place(from), 0, size - 1)
  const end = step > 0 ? clamp(place(to), 0, size) : clamp(place(to), -1, size - 1)
  return { start, step, count: Math.max(0, Math.ceil((end - start) / step)) }
}
