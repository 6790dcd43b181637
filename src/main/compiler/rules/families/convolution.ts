import type { Builder } from '../../builder'
import { floats, int, ints, string } from '../../onnx/attrs'
import { sizeOf, tensor, type Tensor } from '../../onnx/graph'
import { isBlocked } from './channelwise'
import { flip, frame } from './frame'
import { windowAttrs, type Window } from './window'

/**
 * The linear map of Conv, y = conv(x, w) without its bias, and its two adjoints. Conv, ConvTranspose and AveragePool
 * share it; how a strided adjoint runs fastest is decided here and nowhere else.
 */
export interface Convolution {
  window: Window
  group: number
}

/**
 * Adjoint in the input: the x-cotangent, of shape `dims`, of conv(x, w) with output cotangent `g`.
 *
 * - stride 1: a Conv with the kernel rotated by 180 degrees and its channels exchanged, ONNX Runtime's fast path;
 * - depthwise with stride s, in the blocked style: zeros between the elements of g, then the stride-1 Conv. Measured,
 *   this costs a third of the phases below, which a grouped Conv and DepthToSpace run in the plain layout;
 * - stride s in two dimensions: the s x s output phases from one stride-1 Conv, interleaved by DepthToSpace;
 * - otherwise ConvTranspose, which can do everything.
 */
export function inputAdjoint(b: Builder, g: string, w: string, conv: Convolution, dims: readonly number[]): string {
  const { strides, kernel } = conv.window
  if (strides.every((stride) => stride === 1)) return convolve(b, g, exchanged(b, w, conv), adjointWindow(conv.window), conv.group)
  const [s = 1, other] = strides
  if (kernel.length !== 2 || s !== other) return transposed(b, g, w, conv, dims)
  if (isBlocked(b, g) && conv.group === b.dims(g)[1] && conv.group === dims[1]) return dilated(b, g, w, conv, s, dims)
  if (kernel.every((size) => size === 1)) return spread(b, convolve(b, g, exchanged(b, w, conv), pointWindow, conv.group), conv.window, dims)
  const weights = b.constantOf(w)
  const phases = conv.window.strides.map((_, i) => axisPhases(conv.window, i))
  if (weights === undefined || isWasteful(phases, kernel, s)) return transposed(b, g, w, conv, dims)
  return interleaved(b, g, weights, phases, conv, dims)
}

/** Conv whose pads may be negative, which means a crop. */
function convolve(b: Builder, x: string, w: string, window: Window, group: number): string {
  const lead = [0, 0]
  const cropped = frame(b, x, [...lead, ...window.begin.map((pad) => Math.min(0, pad))], [...lead, ...window.end.map((pad) => Math.min(0, pad))])
  const positive = { ...window, begin: window.begin.map((pad) => Math.max(0, pad)), end: window.end.map((pad) => Math.max(0, pad)) }
  return b.op('Conv', [cropped, w], { ...windowAttrs(positive), group: int(group) })
}

const pointWindow: Window = { kernel: [1, 1], strides: [1, 1], dilations: [1, 1], begin: [0, 0], end: [0, 0] }

function adjointWindow({ kernel, strides, dilations, begin, end }: Window): Window {
  const turned = (pads: readonly number[]): number[] => pads.map((pad, i) => (dilations[i] ?? 1) * ((kernel[i] ?? 1) - 1) - pad)
  return { kernel, strides, dilations, begin: turned(begin), end: turned(end) }
}

/** [M, C/group, k...] -> [C, M/group, k...], the kernel rotated by 180 degrees. Folded, since weights are constants. */
function exchanged(b: Builder, w: string, { group }: Convolution): string {
  const [m = 1, c = 1, ...kernel] = b.dims(w)
  const grouped = b.reshape(w, [group, m / group, c, ...kernel])
  const turned = b.reshape(b.transpose(grouped, [0, 2, 1, ...kernel.map((_, i) => i + 3)]), [group * c, m / group, ...kernel])
  return flip(b, turned, kernel.map((_, i) => i + 2))
}

/** The general strided adjoint. output_padding restores what the forward's floor dropped. */
function transposed(b: Builder, g: string, w: string, { window, group }: Convolution, dims: readonly number[]): string {
  const given = b.dims(g).slice(2)
  const padding = dims.slice(2).map((size, i) => {
    const full = ((given[i] ?? 1) - 1) * (window.strides[i] ?? 1) + (window.dilations[i] ?? 1) * ((window.kernel[i] ?? 1) - 1) + 1
    return size - (full - (window.begin[i] ?? 0) - (window.end[i] ?? 0))
  })
  return b.op('ConvTranspose', [g, w], { ...windowAttrs(window), group: int(group), output_padding: ints(padding) })
}

/** Adjoint of a stride-s Conv as the stride-1 adjoint of g with s - 1 zeros after each element (nearest upsampling, masked). */
function dilated(b: Builder, g: string, w: string, conv: Convolution, s: number, dims: readonly number[]): string {
  const [, , h = 1, width = 1] = b.dims(g)
  const wide = b.op('Resize', [g], { mode: string('nearest'), coordinate_transformation_mode: string('asymmetric'), nearest_mode: string('floor'), scales: floats([1, 1, s, s]) })
  const corners = Float32Array.from({ length: h * s * width * s }, (_, i) => (Math.floor(i / (width * s)) % s === 0 && i % s === 0 ? 1 : 0))
  const zeroed = b.mul(wide, b.constant(tensor('float32', [1, 1, h * s, width * s], corners)))
  const turned = adjointWindow({ ...conv.window, strides: [1, 1] })
  // The end pads also restore what the forward's floor dropped.
  const end = turned.begin.map((begin, i) => (dims[i + 2] ?? 1) - (b.dims(wide)[i + 2] ?? 1) + (conv.window.dilations[i] ?? 1) * ((conv.window.kernel[i] ?? 1) - 1) - begin)
  return convolve(b, zeroed, exchanged(b, w, conv), { ...turned, end }, conv.group)
}

/** The adjoint of a 1 x 1 stride-s Conv after its stride-1 part: each element goes to the corner of an s x s block of zeros. */
function spread(b: Builder, x: string, window: Window, dims: readonly number[]): string {
  const [, c = 1] = b.dims(x)
  const s = window.strides[0] ?? 1
  const padded = b.pad(x, [0, 0, 0, 0, 0, (s * s - 1) * c, 0, 0])
  return fit(b, depthToSpace(b, padded, s, 'DCR'), window.begin.map((pad) => -pad), dims)
}

/**
 * Along one axis, input position i = s q + r takes tap t from output q + offset where s divides r + begin - dilation t.
 * So every tap belongs to one phase r, and all phases together are a stride-1 Conv over the offsets.
 */
interface AxisPhases {
  /** Per tap. */
  phase: readonly number[]
  offset: readonly number[]
  first: number
  last: number
}

function axisPhases({ kernel, strides, dilations, begin }: Window, axis: number): AxisPhases {
  const s = strides[axis] ?? 1
  const shifts = Array.from({ length: kernel[axis] ?? 1 }, (_, t) => t * (dilations[axis] ?? 1) - (begin[axis] ?? 0))
  const phase = shifts.map((shift) => ((shift % s) + s) % s)
  const offset = shifts.map((shift, t) => ((phase[t] ?? 0) - shift) / s)
  return { phase, offset, first: Math.min(...offset), last: Math.max(...offset) }
}

const width = ({ first, last }: AxisPhases): number => last - first + 1

/** The phases share one kernel that spans all offsets, so some of its entries are zeros; beyond 3 in 4, ConvTranspose is cheaper. */
const isWasteful = (phases: readonly AxisPhases[], kernel: readonly number[], s: number): boolean => sizeOf(phases.map(width)) * s * s > 4 * sizeOf(kernel)

function interleaved(b: Builder, g: string, weights: Tensor, phases: readonly AxisPhases[], { window, group }: Convolution, dims: readonly number[]): string {
  const s = window.strides[0] ?? 1
  const [, , ...given] = b.dims(g)
  const blocks = dims.slice(2).map((size) => Math.ceil(size / s))
  const dense: Window = {
    kernel: phases.map(width),
    strides: [1, 1],
    dilations: [1, 1],
    begin: phases.map(({ first }) => -first),
    end: phases.map(({ last }, i) => (blocks[i] ?? 1) + last - (given[i] ?? 1))
  }
  const all = convolve(b, g, b.constant(phaseWeights(weights, phases, s, group)), dense, group)
  return fit(b, depthToSpace(b, all, s, 'CRD'), [0, 0], dims)
}

/** [M, C/group, k, k] -> [C s s, M/group, width, width]: output channel (c, r_h, r_w) is phase r of channel c. */
function phaseWeights(w: Tensor, phases: readonly AxisPhases[], s: number, group: number): Tensor {
  const [m = 1, c = 1, kh = 1, kw = 1] = w.dims
  const [down, across] = phases
  if (down === undefined || across === undefined) return w
  const [rows, columns, perGroup] = [width(down), width(across), m / group]
  const data = new Float32Array(group * c * s * s * perGroup * rows * columns)
  let from = 0
  for (let i = 0; i < m; i++)
    for (let j = 0; j < c; j++)
      for (let y = 0; y < kh; y++)
        for (let x = 0; x < kw; x++) {
          const channel = (Math.floor(i / perGroup) * c + j) * s * s + (down.phase[y] ?? 0) * s + (across.phase[x] ?? 0)
          const row = (down.offset[y] ?? 0) - down.first
          const column = (across.offset[x] ?? 0) - across.first
          data[((channel * perGroup + (i % perGroup)) * rows + row) * columns + column] = w.data[from++] ?? 0
        }
  return { dtype: 'float32', dims: [group * c * s * s, perGroup, rows, columns], data }
}

const depthToSpace = (b: Builder, x: string, s: number, mode: 'DCR' | 'CRD'): string => b.op('DepthToSpace', [x], { blocksize: int(s), mode: string(mode) })

/** Shifts the spatial axes by `begin` and cuts or fills their ends so that `x` has the shape `dims`. */
function fit(b: Builder, x: string, begin: readonly number[], dims: readonly number[]): string {
  const before = [0, 0, ...begin]
  return frame(b, x, before, dims.map((size, i) => size - (b.dims(x)[i] ?? 0) - (before[i] ?? 0)))
}

/** Adjoint in the weights: itself a Conv, with batch and channels exchanged and stride and dilation exchanged. */
export function weightAdjoint(b: Builder, g: string, x: string, conv: Convolution, dims: readonly number[]): string {
  const { window, group } = conv
  const exchange = (value: string): string => b.transpose(value, b.dims(value).map((_, i) => (i < 2 ? 1 - i : i)))
  const swapped = { ...window, strides: window.dilations, dilations: window.strides }
  const parts = Array.from({ length: group }, (_, i) => {
    const of = (value: string): string => exchange(channels(b, value, i, group))
    return exchange(b.op('Conv', [of(x), of(g)], windowAttrs(swapped)))
  })
  const all = b.concat(parts, 0)
  // Where the forward's floor dropped a margin, the Conv finds extra taps at the end.
  return frame(b, all, dims.map(() => 0), dims.map((size, i) => size - (b.dims(all)[i] ?? 0)))
}

function channels(b: Builder, x: string, index: number, group: number): string {
  const size = (b.dims(x)[1] ?? 1) / group
  return b.slice(x, 1, index * size, (index + 1) * size)
}
