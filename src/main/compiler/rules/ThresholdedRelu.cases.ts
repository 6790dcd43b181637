import { float } from '../onnx/attrs'
import { away, input, values, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'at 1 by default', inputs: [input([2, 5], away(1))] },
  { name: 'at 0.5', attrs: { alpha: float(0.5) }, inputs: [input([2, 5], away(0.5))] },
  { name: 'at the step', inputs: [input([2], values(1, 1.5))], expect: [[0, 1]] }
]
