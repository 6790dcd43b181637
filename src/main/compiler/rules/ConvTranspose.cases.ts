import { int, ints, string } from '../onnx/attrs'
import { input, weight, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'no attributes', inputs: [input([2, 3, 4, 5]), weight([3, 4, 3, 3]), weight([4])] },
  { name: 'stride 2', attrs: { strides: ints([2, 2]), pads: ints([1, 1, 1, 1]) }, inputs: [input([1, 3, 4, 5]), weight([3, 2, 3, 3])] },
  { name: 'output_padding', attrs: { strides: ints([2, 2]), pads: ints([1, 1, 1, 1]), output_padding: ints([1, 1]) }, inputs: [input([1, 3, 4, 5]), weight([3, 2, 3, 3])] },
  { name: 'output_padding beyond the kernel', attrs: { strides: ints([3, 3]), output_padding: ints([2, 1]) }, inputs: [input([1, 2, 3, 4]), weight([2, 2, 2, 2])] },
  { name: 'output_shape', attrs: { strides: ints([2, 2]), output_shape: ints([8, 11]) }, inputs: [input([1, 2, 4, 5]), weight([2, 2, 3, 3])] },
  { name: 'output_shape, odd pads', attrs: { strides: ints([2, 2]), output_shape: ints([8, 10]) }, inputs: [input([1, 2, 4, 5]), weight([2, 2, 3, 3])] },
  { name: 'auto_pad SAME_UPPER', attrs: { strides: ints([2, 2]), auto_pad: string('SAME_UPPER') }, inputs: [input([1, 2, 4, 5]), weight([2, 2, 3, 3])] },
  { name: 'auto_pad SAME_LOWER', attrs: { strides: ints([2, 2]), auto_pad: string('SAME_LOWER') }, inputs: [input([1, 2, 4, 5]), weight([2, 2, 3, 3])] },
  { name: 'auto_pad SAME_UPPER, output_shape', attrs: { strides: ints([2, 2]), auto_pad: string('SAME_UPPER'), output_shape: ints([8, 10]) }, inputs: [input([1, 2, 4, 5]), weight([2, 2, 3, 3])] },
  { name: 'auto_pad VALID', attrs: { strides: ints([2, 2]), auto_pad: string('VALID') }, inputs: [input([1, 2, 4, 5]), weight([2, 2, 3, 3])] },
  { name: 'two groups, dilated', attrs: { strides: ints([2, 1]), dilations: ints([2, 3]), group: int(2), pads: ints([1, 0, 2, 1]) }, inputs: [input([1, 4, 4, 5]), weight([4, 3, 3, 2])] },
  { name: 'one dimension', attrs: { strides: ints([2]) }, inputs: [input([2, 3, 5]), weight([3, 2, 4])] },
  { name: 'computed weights and bias', attrs: { strides: ints([2, 2]), pads: ints([1, 0, 0, 1]), output_padding: ints([1, 0]) }, inputs: [input([2, 3, 4, 3]), input([3, 2, 3, 3]), input([2])] }
]
