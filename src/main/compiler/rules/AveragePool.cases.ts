import { int, ints, string } from '../onnx/attrs'
import { input, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'by 2', attrs: { kernel_shape: ints([2, 2]), strides: ints([2, 2]) }, inputs: [input([2, 3, 4, 6])] },
  { name: 'by 2, a rest', attrs: { kernel_shape: ints([2, 2]), strides: ints([2, 2]) }, inputs: [input([2, 3, 5, 7])] },
  { name: 'overlapping', attrs: { kernel_shape: ints([3, 3]), strides: ints([2, 2]), pads: ints([1, 1, 1, 1]) }, inputs: [input([2, 2, 7, 6])] },
  { name: 'overlapping, stride 1', attrs: { kernel_shape: ints([3, 3]), pads: ints([1, 1, 1, 1]) }, inputs: [input([1, 2, 5, 5])] },
  { name: 'count_include_pad', attrs: { kernel_shape: ints([3, 3]), pads: ints([1, 1, 1, 1]), count_include_pad: int(1) }, inputs: [input([1, 2, 5, 5])] },
  { name: 'ceil_mode', attrs: { kernel_shape: ints([3, 3]), strides: ints([2, 2]), ceil_mode: int(1) }, inputs: [input([1, 2, 6, 8])] },
  { name: 'ceil_mode by 2', attrs: { kernel_shape: ints([2, 2]), strides: ints([2, 2]), ceil_mode: int(1) }, inputs: [input([1, 2, 5, 7])] },
  { name: 'ceil_mode, count_include_pad', attrs: { kernel_shape: ints([3, 3]), strides: ints([2, 2]), pads: ints([1, 1, 1, 1]), ceil_mode: int(1), count_include_pad: int(1) }, inputs: [input([1, 2, 6, 8])] },
  { name: 'ceil_mode, padded', attrs: { kernel_shape: ints([3, 3]), strides: ints([2, 2]), pads: ints([1, 0, 0, 1]), ceil_mode: int(1) }, inputs: [input([1, 2, 6, 8])] },
  { name: 'auto_pad SAME_UPPER', attrs: { kernel_shape: ints([3, 3]), strides: ints([2, 2]), auto_pad: string('SAME_UPPER') }, inputs: [input([1, 2, 6, 6])] },
  { name: 'auto_pad SAME_LOWER', attrs: { kernel_shape: ints([2, 2]), auto_pad: string('SAME_LOWER') }, inputs: [input([1, 2, 6, 6])] },
  { name: 'auto_pad SAME_UPPER, count_include_pad', attrs: { kernel_shape: ints([3, 3]), strides: ints([2, 2]), auto_pad: string('SAME_UPPER'), count_include_pad: int(1) }, inputs: [input([1, 2, 6, 6])] },
  { name: 'auto_pad VALID', attrs: { kernel_shape: ints([3, 3]), strides: ints([2, 2]), auto_pad: string('VALID') }, inputs: [input([1, 2, 6, 6])] },
  { name: 'dilated', attrs: { kernel_shape: ints([2, 2]), dilations: ints([2, 2]) }, inputs: [input([1, 2, 5, 6])] },
  { name: 'dilated, padded, stride 2', attrs: { kernel_shape: ints([3, 2]), strides: ints([2, 2]), dilations: ints([2, 3]), pads: ints([1, 1, 2, 1]) }, inputs: [input([1, 2, 9, 8])] },
  { name: 'a window larger than its stride', attrs: { kernel_shape: ints([2, 3]), strides: ints([1, 2]), pads: ints([0, 1, 1, 0]) }, inputs: [input([1, 2, 5, 6])] },
  { name: 'a window smaller than its stride', attrs: { kernel_shape: ints([1, 1]), strides: ints([2, 2]) }, inputs: [input([1, 2, 5, 6])] },
  { name: 'the whole image', attrs: { kernel_shape: ints([5, 6]) }, inputs: [input([1, 2, 5, 6])] },
  { name: 'one dimension', attrs: { kernel_shape: ints([3]), strides: ints([2]), pads: ints([1, 0]) }, inputs: [input([2, 2, 7])] },
  { name: 'opset 9', opset: 9, attrs: { kernel_shape: ints([3, 3]), strides: ints([2, 2]), pads: ints([1, 1, 1, 1]), count_include_pad: int(1) }, inputs: [input([1, 2, 6, 6])] }
]
