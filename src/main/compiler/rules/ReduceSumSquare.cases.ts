import { int, ints } from '../onnx/attrs'
import { input, type RuleCase } from '../ruleCase'

const keepdims = int(0)

export const cases: readonly RuleCase[] = [
  { name: 'all axes', inputs: [input([2, 3, 2])] },
  { name: 'last axis, dropped', attrs: { axes: ints([-1]), keepdims }, inputs: [input([2, 3])] },
  { name: 'two axes, kept', attrs: { axes: ints([2, 0]) }, inputs: [input([2, 3, 2])] },
  { name: 'opset 11', opset: 11, attrs: { axes: ints([1]), keepdims }, inputs: [input([2, 3, 2])] }
]
