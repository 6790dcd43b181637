import { ints } from '../onnx/attrs'
import { input, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'reversed by default', inputs: [input([2, 3, 4])] },
  { name: 'NHWC to NCHW', attrs: { perm: ints([0, 3, 1, 2]) }, inputs: [input([2, 3, 4, 5])] }
]
