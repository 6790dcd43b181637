import { int } from '../onnx/attrs'
import { input, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'last axis', inputs: [input([2, 3, 4])] },
  { name: 'first axis', attrs: { axis: int(0) }, inputs: [input([2, 3])] },
  { name: 'opset 11, axes 1 and 2 together', opset: 11, inputs: [input([2, 3, 4])] }
]
