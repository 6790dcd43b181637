import { int } from '../onnx/attrs'
import { input, values, weight, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'plain', inputs: [input([2, 4]), weight([], values(1), 'int64')] },
  { name: 'exclusive', attrs: { exclusive: int(1) }, inputs: [input([2, 4]), weight([], values(-1), 'int64')] },
  { name: 'reverse and exclusive', attrs: { reverse: int(1), exclusive: int(1) }, inputs: [input([3, 4]), weight([], values(0), 'int64')] }
]
