import { ints } from '../onnx/attrs'
import { input, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'over batch and place', inputs: [input([2, 3, 2, 2])] },
  { name: 'by image', attrs: { axes: ints([1, 2, 3]) }, inputs: [input([2, 2, 2, 3])] }
]
