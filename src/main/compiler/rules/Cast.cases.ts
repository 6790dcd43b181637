import { int } from '../onnx/attrs'
import { away, input, integers, typed, type RuleCase } from '../ruleCase'

const to = (number: number) => ({ to: int(number) })

export const cases: readonly RuleCase[] = [
  { name: 'to float32', attrs: to(1), inputs: [input([2, 3])] },
  { name: 'to float64, which is kept as float32', attrs: to(11), inputs: [input([2, 3])] },
  { name: 'to int64', attrs: to(7), inputs: [input([2, 3], away(-1, 0, 1))] },
  { name: 'to bool', attrs: to(9), inputs: [input([2, 3], away(0))] },
  { name: 'bool to float', attrs: to(1), inputs: [typed([4], integers(0, 1), 'bool')] },
  { name: 'int64 to int32', attrs: to(6), inputs: [typed([4], integers(-9, 9), 'int64')] }
]
