import { float, int } from '../onnx/attrs'
import { input, weight, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'last axis', inputs: [input([2, 3, 5]), weight([5]), weight([5])] },
  { name: 'two axes, no bias', attrs: { axis: int(1), epsilon: float(0.1) }, inputs: [input([2, 3, 4]), weight([3, 4])] },
  { name: 'opset 17, computed parameters', opset: 17, inputs: [input([2, 3, 5]), input([5]), input([5])] }
]
