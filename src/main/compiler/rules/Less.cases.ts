import { input, integers, typed, uniform, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'floats', inputs: [input([2, 3], uniform(0, 1)), input([3], uniform(2, 3))] },
  { name: 'whole numbers', inputs: [typed([3, 4], integers(0, 3), 'int64'), typed([4], integers(0, 3), 'int64')] }
]
