import { float } from '../onnx/attrs'
import { away, input, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'both signs', inputs: [input([2, 5], away(0))] },
  { name: 'alpha 0.5', attrs: { alpha: float(0.5) }, inputs: [input([2, 5], away(0))] }
]
