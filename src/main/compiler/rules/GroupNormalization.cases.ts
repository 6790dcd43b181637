import { float, int } from '../onnx/attrs'
import { input, weight, type RuleCase } from '../ruleCase'

const attrs = { num_groups: int(2), epsilon: float(0.01) }

export const cases: readonly RuleCase[] = [
  { name: 'opset 21, one scale a channel', attrs, inputs: [input([2, 4, 2, 3]), weight([4]), weight([4])] },
  { name: 'opset 18, one scale a group', opset: 18, attrs, inputs: [input([2, 4, 2, 3]), weight([2]), weight([2])] },
  { name: 'computed parameters', attrs, inputs: [input([1, 4, 3]), input([4]), input([4])] }
]
