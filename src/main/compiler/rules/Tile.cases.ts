import { ints } from '../onnx/attrs'
import { input, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'some axes', attrs: { repeats: ints([2, 1, 3]) }, inputs: [input([2, 3, 2])] },
  { name: 'none', attrs: { repeats: ints([1, 1]) }, inputs: [input([2, 3])] }
]
