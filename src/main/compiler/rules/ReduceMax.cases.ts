import { int, ints } from '../onnx/attrs'
import { distinct, input, integers, typed, values, type RuleCase } from '../ruleCase'

const keepdims = int(0)

export const cases: readonly RuleCase[] = [
  { name: 'all axes', inputs: [input([2, 3, 2], distinct())] },
  { name: 'last axis, dropped', attrs: { axes: ints([-1]), keepdims }, inputs: [input([2, 3], distinct())] },
  { name: 'two axes, kept', attrs: { axes: ints([2, 0]) }, inputs: [input([2, 3, 2], distinct())] },
  { name: 'opset 11', opset: 11, attrs: { axes: ints([1]), keepdims }, inputs: [input([2, 3, 2], distinct())] },
  { name: 'a tie is shared', inputs: [input([3], values(1, 2, 2))], expect: [[0, 0.5, 0.5]] },
  { name: 'whole numbers', inputs: [typed([2, 3], integers(-4, 5), 'int64')] }
]
