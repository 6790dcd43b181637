import { int } from '../onnx/attrs'
import { input, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'last axis', inputs: [input([2, 3, 4])] },
  { name: 'middle axis', attrs: { axis: int(1) }, inputs: [input([2, 3, 4])] },
  { name: 'opset 11, axes 1 and 2 together', opset: 11, inputs: [input([2, 3, 4])] },
  { name: 'opset 11, last axis', opset: 11, attrs: { axis: int(-1) }, inputs: [input([2, 3, 4])] },
  { name: 'opset 11, all axes', opset: 11, attrs: { axis: int(0) }, inputs: [input([2, 3])] },
  { name: 'opset 9, a matrix', opset: 9, inputs: [input([2, 3])] }
]
