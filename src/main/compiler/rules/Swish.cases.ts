import { float } from '../onnx/attrs'
import { input, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'alpha 1', opset: 24, inputs: [input([2, 3])] },
  { name: 'alpha 0.5', opset: 24, attrs: { alpha: float(0.5) }, inputs: [input([2, 3])] }
]
