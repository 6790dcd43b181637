import { int, ints } from '../onnx/attrs'
import { input, values, weight, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'kept and inferred dims', attrs: { shape: ints([0, -1]) }, inputs: [input([2, 3, 4])] },
  { name: 'inferred first', attrs: { shape: ints([-1, 6, 2]) }, inputs: [input([2, 3, 4])] },
  { name: 'to a vector', attrs: { shape: ints([-1]) }, inputs: [input([2, 3])] },
  { name: 'to a scalar', attrs: { shape: ints([]) }, inputs: [input([1, 1])] },
  { name: 'allowzero without zeros', attrs: { shape: ints([3, 2]), allowzero: int(1) }, inputs: [input([2, 3])] },
  { name: 'opset 9', opset: 9, inputs: [input([2, 3]), weight([2], values(3, 2), 'int64')] }
]
