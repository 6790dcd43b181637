import { float, int } from '../onnx/attrs'
import { input, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'five channels wide', attrs: { size: int(5), alpha: float(0.5) }, inputs: [input([2, 7, 2, 2])] },
  { name: 'three channels, other constants', attrs: { size: int(3), alpha: float(1), beta: float(0.5), bias: float(2) }, inputs: [input([1, 6, 3, 2])] }
]
