import { ints } from '../onnx/attrs'
import { input, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'both ends', attrs: { axes: ints([0, -1]) }, inputs: [input([2, 3])] },
  { name: 'unordered', attrs: { axes: ints([3, 1]) }, inputs: [input([2, 3])] },
  { name: 'opset 9', opset: 9, attrs: { axes: ints([1]) }, inputs: [input([2, 3])] }
]
