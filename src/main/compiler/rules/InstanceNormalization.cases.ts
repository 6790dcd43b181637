import { float } from '../onnx/attrs'
import { input, weight, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'images', inputs: [input([2, 3, 3, 2]), weight([3]), weight([3])] },
  { name: 'computed parameters, epsilon', attrs: { epsilon: float(0.1) }, inputs: [input([2, 3, 4]), input([3]), input([3])] }
]
