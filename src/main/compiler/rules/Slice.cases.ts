import { ints } from '../onnx/attrs'
import { input, values, weight, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'one axis', attrs: { starts: ints([1]), ends: ints([3]), axes: ints([1]) }, inputs: [input([2, 4, 3])] },
  { name: 'leading axes when none is named', attrs: { starts: ints([1, 0]), ends: ints([2, 2]) }, inputs: [input([2, 4, 3])] },
  { name: 'negative starts, ends and axes', attrs: { starts: ints([-3, -2]), ends: ints([-1, 100]), axes: ints([-2, -1]) }, inputs: [input([2, 4, 3])] },
  { name: 'to the end', attrs: { starts: ints([1]), ends: ints([2 ** 63]), axes: ints([2]) }, inputs: [input([2, 4, 3])] },
  { name: 'every second', attrs: { starts: ints([0, 1]), ends: ints([5, 6]), axes: ints([1, 2]), steps: ints([2, 2]) }, inputs: [input([2, 5, 6])] },
  { name: 'every third, a rest', attrs: { starts: ints([1]), ends: ints([100]), axes: ints([1]), steps: ints([3]) }, inputs: [input([2, 9])] },
  { name: 'reversed', attrs: { starts: ints([-1]), ends: ints([-(2 ** 63)]), axes: ints([1]), steps: ints([-1]) }, inputs: [input([2, 3, 4])] },
  { name: 'every second, backwards', attrs: { starts: ints([6]), ends: ints([1]), axes: ints([1]), steps: ints([-2]) }, inputs: [input([2, 8])] },
  { name: 'backwards from beyond the end', attrs: { starts: ints([50]), ends: ints([-50]), axes: ints([1]), steps: ints([-3]) }, inputs: [input([2, 8])] },
  { name: 'opset 9 attributes', opset: 9, attrs: { starts: ints([1]), ends: ints([3]), axes: ints([1]) }, inputs: [input([2, 4])] },
  { name: 'opset 10 inputs, int32', opset: 10, inputs: [input([2, 4]), weight([1], values(0), 'int32'), weight([1], values(-1), 'int32'), weight([1], values(1), 'int32')] }
]
