import { ints } from '../onnx/attrs'
import { input, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'named', attrs: { axes: ints([1, -1]) }, inputs: [input([2, 1, 3, 1])] },
  { name: 'all', inputs: [input([1, 2, 1, 3])] },
  { name: 'opset 9', opset: 9, attrs: { axes: ints([1]) }, inputs: [input([2, 1, 3])] }
]
