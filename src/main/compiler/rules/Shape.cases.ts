import { int } from '../onnx/attrs'
import { input, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'whole', inputs: [input([2, 3, 4])] },
  { name: 'from start to end', attrs: { start: int(-2), end: int(-1) }, inputs: [input([2, 3, 4])] }
]
