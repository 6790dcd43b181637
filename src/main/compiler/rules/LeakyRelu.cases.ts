import { float } from '../onnx/attrs'
import { away, input, values, type RuleCase } from '../ruleCase'

const attrs = { alpha: float(0.25) }

export const cases: readonly RuleCase[] = [
  { name: 'both signs', attrs, inputs: [input([2, 5], away(0))] },
  { name: 'alpha by default', inputs: [input([3], values(-40, -2, 3))] },
  { name: 'at the kink', attrs, inputs: [input([3], values(-1, 0, 1))], expect: [[0.25, 0.25, 1]] }
]
