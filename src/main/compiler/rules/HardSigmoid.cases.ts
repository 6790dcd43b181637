import { float } from '../onnx/attrs'
import { input, uniform, values, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'all three pieces', inputs: [input([3, 5], uniform(-4, 4, [-2.5, 2.5]))] },
  { name: "PyTorch's constants", attrs: { alpha: float(1 / 6) }, inputs: [input([3, 5], uniform(-5, 5, [-3, 3]))] },
  { name: 'at the bounds', attrs: { alpha: float(0.25) }, inputs: [input([3], values(-2, 0, 2))], expect: [[0, 0.25, 0]] }
]
