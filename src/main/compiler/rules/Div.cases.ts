import { input, integers, positive, typed, values, weight, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'same shapes', inputs: [input([2, 3]), input([2, 3], positive)] },
  { name: 'both stretched', inputs: [input([3, 1, 2]), input([4, 1], positive)] },
  { name: 'by a weight', inputs: [input([2, 3]), weight([3], positive)] },
  { name: 'whole numbers', inputs: [typed([4], values(7, -7, 7, -7), 'int64'), typed([4], values(2, 2, -2, -2), 'int64')] },
  { name: 'whole numbers, 32 bits', inputs: [typed([5], integers(-9, 9), 'int32'), typed([], values(4), 'int32')] }
]
