import { int } from '../onnx/attrs'
import { input, integers, typed, values, weight, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'one index, the axis goes', attrs: { axis: int(1) }, inputs: [input([2, 3, 4]), weight([], values(0), 'int64')] },
  { name: 'one negative index', attrs: { axis: int(1) }, inputs: [input([2, 3, 4]), weight([], values(-1), 'int64')] },
  { name: 'one index, the axis stays', attrs: { axis: int(2) }, inputs: [input([2, 3, 4]), weight([1], values(2), 'int64')] },
  { name: 'a run', attrs: { axis: int(1) }, inputs: [input([2, 5]), weight([3], values(1, 2, 3), 'int64')] },
  { name: 'colours exchanged', attrs: { axis: int(1) }, inputs: [input([2, 3, 4]), weight([3], values(2, 1, 0), 'int64')] },
  { name: 'repeats', attrs: { axis: int(-1) }, inputs: [input([2, 4]), weight([2, 3], values(0, 3, 3, -1, 1, 0), 'int64')] },
  { name: 'rows by default', inputs: [input([4, 2]), weight([3], values(3, 0, 3), 'int32')] },
  { name: 'too many for a matrix', attrs: { axis: int(0) }, inputs: [input([600, 2]), weight([500], integers(0, 599), 'int64')] },
  { name: 'computed indices', attrs: { axis: int(1) }, inputs: [input([2, 4, 3]), typed([3], values(3, -1, 1), 'int64')] }
]
