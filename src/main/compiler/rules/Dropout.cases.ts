import { float } from '../onnx/attrs'
import { input, values, weight, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'opset 7', opset: 7, attrs: { ratio: float(0.4) }, inputs: [input([2, 3])] },
  { name: 'opset 13, no ratio', opset: 13, inputs: [input([2, 3])] },
  { name: 'opset 13 and its mask', opset: 13, outputs: 2, inputs: [input([2, 3]), weight([], values(0.4)), weight([], values(0), 'bool')] }
]
