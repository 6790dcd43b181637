import { int, string } from '../onnx/attrs'
import { input, values, weight, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'written', attrs: { axis: int(1) }, inputs: [input([2, 4]), weight([2, 2], values(0, 3, 1, -1), 'int64'), input([2, 2])] },
  { name: 'added', attrs: { axis: int(1), reduction: string('add') }, inputs: [input([2, 4]), weight([2, 3], values(0, 3, 3, 1, 1, 1), 'int64'), input([2, 3])] }
]
