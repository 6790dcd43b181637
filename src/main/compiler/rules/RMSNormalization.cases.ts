import { int } from '../onnx/attrs'
import { input, weight, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'last axis', opset: 23, inputs: [input([2, 3, 5]), weight([5])] },
  { name: 'two axes', opset: 23, attrs: { axis: int(1) }, inputs: [input([2, 3, 4]), input([3, 4])] }
]
