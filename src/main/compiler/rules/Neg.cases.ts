import { input, integers, typed, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'floats', inputs: [input([2, 3])] },
  { name: 'whole numbers', inputs: [typed([4], integers(-5, 5), 'int64')] }
]
