import { int } from '../onnx/attrs'
import { input, typed, values, weight, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'along the last axis', attrs: { axis: int(-1) }, inputs: [input([2, 4]), weight([2, 3], values(0, 3, 3, -1, 1, 0), 'int64')] },
  { name: 'along the first', inputs: [input([3, 2]), typed([2, 2], values(0, 2, 0, 1), 'int64')] }
]
