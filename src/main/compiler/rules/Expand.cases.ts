import { ints } from '../onnx/attrs'
import { input, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'new and stretched axes', attrs: { shape: ints([2, 3, 4]) }, inputs: [input([3, 1])] },
  { name: 'ones leave x as it is', attrs: { shape: ints([1, 1]) }, inputs: [input([2, 3])] },
  { name: 'a scalar', attrs: { shape: ints([2, 2]) }, inputs: [input([])] }
]
