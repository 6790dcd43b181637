import { int, ints } from '../onnx/attrs'
import { input, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'named sizes', attrs: { axis: int(1), split: ints([1, 3]) }, outputs: 2, inputs: [input([2, 4, 3])] },
  { name: 'num_outputs, a smaller last', attrs: { axis: int(1), num_outputs: int(3) }, outputs: 3, inputs: [input([2, 8])] },
  { name: 'negative axis', attrs: { axis: int(-1), split: ints([2, 2, 2]) }, outputs: 3, inputs: [input([2, 6])] },
  { name: 'opset 9: equal parts', opset: 9, attrs: { axis: int(1) }, outputs: 3, inputs: [input([2, 6])] },
  { name: 'opset 11: sizes as an attribute', opset: 11, attrs: { split: ints([1, 2]) }, outputs: 2, inputs: [input([3, 2])] },
  { name: 'opset 13: equal parts', opset: 13, attrs: { axis: int(1) }, outputs: 2, inputs: [input([2, 6])] }
]
