import { int, ints, string } from '../onnx/attrs'
import { distinct, input, values, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'by 2', attrs: { kernel_shape: ints([2, 2]), strides: ints([2, 2]) }, inputs: [input([2, 3, 4, 6], distinct())] },
  { name: 'overlapping', attrs: { kernel_shape: ints([3, 3]), strides: ints([2, 2]), pads: ints([1, 1, 1, 1]) }, inputs: [input([2, 2, 7, 6], distinct())] },
  { name: 'overlapping, stride 1', attrs: { kernel_shape: ints([3, 2]) }, inputs: [input([1, 2, 5, 5], distinct())] },
  { name: 'ceil_mode', attrs: { kernel_shape: ints([3, 3]), strides: ints([2, 2]), ceil_mode: int(1) }, inputs: [input([1, 2, 6, 8], distinct())] },
  { name: 'ceil_mode, padded', attrs: { kernel_shape: ints([2, 2]), strides: ints([2, 2]), pads: ints([1, 1, 1, 1]), ceil_mode: int(1) }, inputs: [input([1, 2, 5, 6], distinct())] },
  { name: 'ceil_mode, a window beyond the end', attrs: { kernel_shape: ints([1, 2]), strides: ints([3, 3]), pads: ints([0, 0, 0, 1]), ceil_mode: int(1) }, inputs: [input([1, 1, 5, 6], distinct())] },
  { name: 'dilated', attrs: { kernel_shape: ints([2, 2]), dilations: ints([2, 3]) }, inputs: [input([1, 2, 5, 6], distinct())] },
  { name: 'auto_pad SAME_UPPER', attrs: { kernel_shape: ints([3, 3]), strides: ints([2, 2]), auto_pad: string('SAME_UPPER') }, inputs: [input([1, 2, 6, 6], distinct())] },
  { name: 'auto_pad SAME_LOWER', attrs: { kernel_shape: ints([3, 3]), strides: ints([2, 2]), auto_pad: string('SAME_LOWER') }, inputs: [input([1, 2, 6, 6], distinct())] },
  { name: 'auto_pad VALID', attrs: { kernel_shape: ints([3, 3]), strides: ints([2, 2]), auto_pad: string('VALID') }, inputs: [input([1, 2, 6, 6], distinct())] },
  { name: 'one dimension', attrs: { kernel_shape: ints([3]), strides: ints([2]), pads: ints([1, 0]) }, inputs: [input([2, 2, 7], distinct())] },
  { name: 'ties: the first', attrs: { kernel_shape: ints([2, 2]) }, inputs: [input([1, 1, 2, 3], values(1, 1, 1, 1, 1, 1))], expect: [[1, 1, 0, 0, 0, 0]] }
]
