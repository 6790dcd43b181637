import { int } from '../onnx/attrs'
import { input, integers, typed, weight, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'channels', attrs: { axis: int(1) }, inputs: [input([2, 3, 4]), input([2, 1, 4]), weight([2, 2, 4])] },
  { name: 'negative axis', attrs: { axis: int(-1) }, inputs: [input([2, 3]), input([2, 1])] },
  { name: 'first axis', attrs: { axis: int(0) }, inputs: [weight([1, 3]), input([2, 3])] },
  { name: 'a single part', attrs: { axis: int(1) }, inputs: [input([2, 3])] },
  { name: 'shape arithmetic', attrs: { axis: int(0) }, inputs: [typed([2], integers(1, 5), 'int64'), typed([1], integers(1, 5), 'int64')] }
]
