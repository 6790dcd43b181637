import { away, input, integers, typed, values, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'both signs', inputs: [input([2, 5], away(0))] },
  { name: 'at the kink', inputs: [input([3], values(-1, 0, 1))], expect: [[-1, 0, 1]] },
  { name: 'whole numbers', inputs: [typed([4], integers(-5, 5), 'int64')] }
]
