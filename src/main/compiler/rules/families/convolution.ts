import type { Builder } from '../../builder'
import { floats, int, ints, string } from '../../onnx/attrs'
import { sizeOf, tensor } from '../../onnx/graph'
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
 * - depthwise with stride s, in the blocked style: zeros between the elements of g, then the stride-1 Conv, which costs a
 *   third of the phases below;
 * - stride s: the positions of x fall into s phases an axis, each reached by every s-th tap: a stride-1 adjoint a phase;
 * - where phases do not pay, ConvTranspose, which can do everything.
 */
export function inputAdjoint(b: Builder, g: string, w: string, conv: Convolution, dims: readonly number[]): string {
  if (conv.window.strides.every((stride) => stride === 1)) return rotated(b, g, w, conv)
  if (isBlocked(b, g) && isSquareDepthwise(b, g, conv, dims)) return dilated(b, g, w, conv, dims)
  return phasesPay(conv, dims) ? interleaved(b, g, w, conv, dims) : transposed(b, g, w, conv, dims)
}

const rotated = (b: Builder, g: string, w: string, conv: Convolution): string => convolve(b, g, exchanged(b, w, conv), adjointWindow(conv.window), conv.group)

/** Conv whose pads may be negative, which means a crop. */
function convolve(b: Builder, x: string, w: string, window: Window, group: number): string {
  const lead = [0, 0]
  const cropped = frame(b, x, [...lead, ...window.begin.map((pad) => Math.min(0, pad))], [...lead, ...window.end.map((pad) => Math.min(0, pad))])
  const positive = { ...window, begin: window.begin.map((pad) => Math.max(0, pad)), end: window.end.map((pad) => Math.max(0, pad)) }
  return b.op('Conv', [cropped, w], { ...windowAttrs(positive), group: int(group) })
}

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

const isSquareDepthwise = (b: Builder, g: string, { window, group }: Convolution, dims: readonly number[]): boolean =>
  group === dims[1] && group === b.dims(g)[1] && window.strides.length === 2 && window.strides[0] === window.strides[1]

/** Adjoint of a stride-s Conv as the stride-1 adjoint of g with s - 1 zeros after each element (nearest upsampling, masked). */
function dilated(b: Builder, g: string, w: string, conv: Convolution, dims: readonly number[]): string {
  const [, , h = 1, width = 1] = b.dims(g)
  const s = conv.window.strides[0] ?? 1
  const wide = b.op('Resize', [g], { mode: string('nearest'), coordinate_transformation_mode: string('asymmetric'), nearest_mode: string('floor'), scales: floats([1, 1, s, s]) })
  const corners = Float32Array.from({ length: h * s * width * s }, (_, i) => (Math.floor(i / (width * s)) % s === 0 && i % s === 0 ? 1 : 0))
  const zeroed = b.mul(wide, b.constant(tensor('float32', [1, 1, h * s, width * s], corners)))
  const turned = adjointWindow({ ...conv.window, strides: [1, 1] })
  // The end pads also restore what the forward's floor dropped.
  const end = turned.begin.map((begin, i) => (dims[i + 2] ?? 1) - (b.dims(wide)[i + 2] ?? 1) + (conv.window.dilations[i] ?? 1) * ((conv.window.kernel[i] ?? 1) - 1) - begin)
  return convolve(b, zeroed, exchanged(b, w, conv), { ...turned, end }, conv.group)
}

/**
 * Measured on the CPU (1 and 2 threads): phases win on wide and depthwise layers, ConvTranspose on few channels (the first
 * layer), on large kernels and where some phase has no tap (1 x 1).
 */
function phasesPay({ window }: Convolution, dims: readonly number[]): boolean {
  const { kernel, strides, dilations } = window
  const all = kernel.every((size, i) => dilations[i] === 1 && size >= (strides[i] ?? 1) && size <= LARGEST_KERNEL)
  return all && sizeOf(strides) <= MOST_PHASES && (dims[1] ?? 0) >= FEWEST_CHANNELS
}

const LARGEST_KERNEL = 5
const MOST_PHASES = 9
const FEWEST_CHANNELS = 16

/**
 * Along one axis, gx[i] = sum over t of g[(i + begin - t) / s] w[t], over the taps t where s divides. For i = s q + r these are
 * t = first, first + s, ...: a stride-1 adjoint with begin pad (r + begin - first) / s.
 */
function interleaved(b: Builder, g: string, w: string, conv: Convolution, dims: readonly number[], axis = 0): string {
  const { window } = conv
  if (axis === window.kernel.length) return rotated(b, g, w, conv)
  const s = window.strides[axis] ?? 1
  const shift = window.begin[axis] ?? 0
  const blocks = Math.ceil((dims[axis + 2] ?? 1) / s)
  const phases = Array.from({ length: s }, (_, r) => {
    const first = (((r + shift) % s) + s) % s
    const taps = b.slice(w, axis + 2, first, window.kernel[axis] ?? 1, s)
    const size = b.dims(taps)[axis + 2] ?? 1
    const begin = (r + shift - first) / s
    const end = (b.dims(g)[axis + 2] ?? 1) + size - 1 - begin - blocks
    return interleaved(b, g, taps, { ...conv, window: replaced(window, axis, { kernel: size, strides: 1, begin, end }) }, dims, axis + 1)
  })
  const woven = weave(b, phases, axis + 2)
  return frame(b, woven, dims.map(() => 0), dims.map((size, i) => (i === axis + 2 ? size - (b.dims(woven)[i] ?? 0) : 0)))
}

function replaced(window: Window, axis: number, entries: Partial<Record<keyof Window, number>>): Window {
  const at = (name: keyof Window): readonly number[] => window[name].map((value, i) => (i === axis ? (entries[name] ?? value) : value))
  return { kernel: at('kernel'), strides: at('strides'), dilations: at('dilations'), begin: at('begin'), end: at('end') }
}

/** Takes one element from each part in turn along `axis`. Concat beats DepthToSpace here. */
function weave(b: Builder, parts: readonly string[], axis: number): string {
  const [first = ''] = parts
  const dims = b.dims(first)
  const opened = parts.map((part) => b.reshape(part, [...dims.slice(0, axis + 1), 1, ...dims.slice(axis + 1)]))
  return b.reshape(b.concat(opened, axis + 1), dims.map((dim, i) => (i === axis ? dim * parts.length : dim)))
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
