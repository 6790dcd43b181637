import { inputError } from '../../../../shared/errors'
import { intAttr, ints, intsAttr, needInts, stringAttr } from '../../onnx/attrs'
import { describe, sizeOf, type Attrs, type Node } from '../../onnx/graph'

/** A sliding window over the spatial axes, with every pad resolved: one entry per spatial axis. */
export interface Window {
  kernel: readonly number[]
  strides: readonly number[]
  dilations: readonly number[]
  begin: readonly number[]
  end: readonly number[]
}

/** Reads strides, dilations and pads (explicit or `auto_pad`) of a Conv or pool over an input of `spatial` size. */
export function windowOf(node: Node, spatial: readonly number[], kernel: readonly number[]): Window {
  const entry = (name: string): readonly number[] => perAxis(node, name, spatial.length) ?? spatial.map(() => 1)
  const shape = { kernel, strides: entry('strides'), dilations: entry('dilations') }
  if (kernel.length !== spatial.length) throw inputError('model.shape', `${describe(node)}: a kernel of ${kernel.length} axes does not fit an input of ${spatial.length} spatial axes.`)
  if ([...kernel, ...shape.strides, ...shape.dilations].some((value) => value < 1))
    throw inputError('model.attribute', `${describe(node)}: kernel, strides and dilations must be positive. The model file is not valid ONNX.`)
  if (sizeOf(kernel) > LARGEST_WINDOW) throw inputError('model.shape', `${describe(node)}: a window of ${kernel.join(' x ')} is too large to run.`)
  return { ...shape, ...padsOf(node, spatial, shape) }
}

/** windowOf, for windows that must lie on the (padded) input. */
export function slidingWindow(node: Node, spatial: readonly number[], kernel: readonly number[]): Window {
  const window = windowOf(node, spatial, kernel)
  const room = spatial.map((size, i) => size + (window.begin[i] ?? 0) + (window.end[i] ?? 0))
  if (room.some((size, i) => size < reach(window.dilations[i] ?? 1, kernel[i] ?? 1)))
    throw inputError('model.shape', `${describe(node)}: a window of ${kernel.join(' x ')} is larger than its padded input of ${room.join(' x ')}. Is the model meant for larger images?`)
  return window
}

/** The window of a pool, which `kernel_shape` gives; ONNX Runtime wants pads smaller than it. */
export function poolWindow(node: Node, spatial: readonly number[]): Window {
  const window = slidingWindow(node, spatial, needInts(node, 'kernel_shape'))
  const fits = (pads: readonly number[]): boolean => pads.every((pad, i) => pad >= 0 && pad < reach(window.dilations[i] ?? 1, window.kernel[i] ?? 1))
  if (!fits(window.begin) || !fits(window.end)) throw inputError('model.attribute', `${describe(node)}: its pads must be smaller than its window. The model file is not valid ONNX.`)
  return window
}

const LARGEST_WINDOW = 2 ** 22

type Pads = Pick<Window, 'begin' | 'end'>

function padsOf(node: Node, spatial: readonly number[], shape: Omit<Window, keyof Pads>): Pads {
  const auto = stringAttr(node, 'auto_pad', 'NOTSET')
  switch (auto) {
    case 'NOTSET': {
      const pads = perAxis(node, 'pads', 2 * spatial.length) ?? [...spatial, ...spatial].map(() => 0)
      return { begin: pads.slice(0, spatial.length), end: pads.slice(spatial.length) }
    }
    case 'VALID':
      return { begin: spatial.map(() => 0), end: spatial.map(() => 0) }
    case 'SAME_UPPER':
    case 'SAME_LOWER':
      return splitPads(samePads(spatial, shape), auto)
    default:
      throw inputError('model.attribute', `${describe(node)}: auto_pad "${auto}" does not exist. The model file is not valid ONNX.`)
  }
}

/** Total padding per axis that gives ceil(size / stride) windows. */
function samePads(spatial: readonly number[], { kernel, strides, dilations }: Omit<Window, keyof Pads>): number[] {
  return spatial.map((size, i) => {
    const stride = strides[i] ?? 1
    return Math.max(0, (Math.ceil(size / stride) - 1) * stride + reach(dilations[i] ?? 1, kernel[i] ?? 1) - size)
  })
}

/** Shares a total out over both ends: the odd one goes to the end for SAME_UPPER, to the beginning otherwise. */
export function splitPads(totals: readonly number[], auto: string): Pads {
  const half = totals.map((total) => (auto === 'SAME_UPPER' ? Math.floor(total / 2) : Math.ceil(total / 2)))
  return { begin: half, end: totals.map((total, i) => total - (half[i] ?? 0)) }
}

/** Elements from a window's first tap to its last, both included. */
export const reach = (dilation: number, kernel: number): number => dilation * (kernel - 1) + 1

/** Windows per axis. With `ceil`, a last window may hang over the end, but must begin on the input or its leading pad. */
export function windowCounts(window: Window, spatial: readonly number[], ceil = false): number[] {
  return spatial.map((size, i) => {
    const stride = window.strides[i] ?? 1
    const begin = window.begin[i] ?? 0
    const room = size + begin + (window.end[i] ?? 0) - reach(window.dilations[i] ?? 1, window.kernel[i] ?? 1)
    const count = (ceil ? Math.ceil(room / stride) : Math.floor(room / stride)) + 1
    return ceil && (count - 1) * stride >= size + begin ? count - 1 : count
  })
}

/** The window as attributes of a Conv, ConvTranspose or pool. */
export const windowAttrs = ({ strides, dilations, begin, end }: Pick<Window, 'strides' | 'dilations' | 'begin' | 'end'>): Attrs => ({
  strides: ints(strides),
  dilations: ints(dilations),
  pads: ints([...begin, ...end])
})

export const groupOf = (node: Node): number => intAttr(node, 'group', 1)

function perAxis(node: Node, name: string, length: number): readonly number[] | undefined {
  const values = intsAttr(node, name)
  if (values !== undefined && values.length !== length) throw inputError('model.attribute', `${describe(node)}: "${name}" has ${values.length} entries, expected ${length}. The model file is not valid ONNX.`)
  return values
}
