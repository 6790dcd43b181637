import { int } from '../onnx/attrs'
import { input, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'by 2', attrs: { blocksize: int(2) }, inputs: [input([2, 3, 4, 6])] },
  { name: 'by 3', attrs: { blocksize: int(3) }, inputs: [input([1, 2, 3, 6])] }
]
