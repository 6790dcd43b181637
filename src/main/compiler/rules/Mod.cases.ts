import { int } from '../onnx/attrs'
import { input, typed, values, type RuleCase } from '../ruleCase'

const a = values(7, -7, 7, -7)
const n = values(3, 3, -3, -3)

export const cases: readonly RuleCase[] = [
  { name: 'whole numbers', inputs: [typed([4], a, 'int64'), typed([4], n, 'int64')] },
  { name: 'whole numbers, fmod', attrs: { fmod: int(1) }, inputs: [typed([4], a, 'int64'), typed([4], n, 'int64')] },
  { name: 'floats', attrs: { fmod: int(1) }, inputs: [input([4], values(2.3, -2.3, 7.1, -6.4)), input([4], values(1.7, 0.9, 2.6, -1.5))] }
]
