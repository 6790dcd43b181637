import { float, ints, string } from '../onnx/attrs'
import { input, values, weight, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'zeros', attrs: { pads: ints([0, 1, 2, 0, 0, 1]) }, inputs: [input([2, 3, 4])] },
  { name: 'a value', attrs: { mode: string('constant'), pads: ints([0, 1, 1, 0]), value: float(1.5) }, inputs: [input([2, 3])] },
  { name: 'crop', attrs: { pads: ints([0, -1, 1, -1]) }, inputs: [input([3, 4])] },
  { name: 'named axes', attrs: { pads: ints([1, 0, 2, 1]), axes: ints([-1, 1]) }, inputs: [input([2, 3, 4])] },
  { name: 'reflect', attrs: { mode: string('reflect'), pads: ints([0, 0, 2, 1, 0, 0, 1, 2]) }, inputs: [input([1, 2, 4, 5])] },
  { name: 'edge', attrs: { mode: string('edge'), pads: ints([0, 0, 2, 1, 0, 0, 1, 3]) }, inputs: [input([1, 2, 3, 4])] },
  { name: 'wrap', attrs: { mode: string('wrap'), pads: ints([0, 0, 2, 1, 0, 0, 1, 3]) }, inputs: [input([1, 2, 3, 4])] },
  { name: 'edge with a crop', attrs: { mode: string('edge'), pads: ints([-1, 2, 1, -1]) }, inputs: [input([3, 4])] },
  { name: 'opset 10 attributes', opset: 10, attrs: { mode: string('constant'), pads: ints([0, 1, 0, 1]), value: float(0.5) }, inputs: [input([2, 3])] },
  { name: 'opset 11 inputs', opset: 11, inputs: [input([2, 3]), weight([4], values(0, 1, 0, 1), 'int64')] }
]
