import { int, ints } from '../onnx/attrs'
import { input, positive, type RuleCase } from '../ruleCase'

const keepdims = int(0)

export const cases: readonly RuleCase[] = [
  { name: 'all axes', inputs: [input([2, 3, 2], positive)] },
  { name: 'last axis, dropped', attrs: { axes: ints([-1]), keepdims }, inputs: [input([2, 3], positive)] },
  { name: 'two axes, kept', attrs: { axes: ints([2, 0]) }, inputs: [input([2, 3, 2], positive)] },
  { name: 'opset 11', opset: 11, attrs: { axes: ints([1]), keepdims }, inputs: [input([2, 3, 2], positive)] }
]
