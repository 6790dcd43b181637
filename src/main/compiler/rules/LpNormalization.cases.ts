import { int } from '../onnx/attrs'
import { away, input, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'L2, last axis', inputs: [input([2, 5])] },
  { name: 'L1, first axis', attrs: { p: int(1), axis: int(0) }, inputs: [input([4, 2], away(0))] },
  { name: 'opset 9', opset: 9, attrs: { axis: int(1), p: int(2) }, inputs: [input([2, 3, 2])] }
]
