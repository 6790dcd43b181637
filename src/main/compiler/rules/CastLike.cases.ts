import { input, values, weight, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'a float', inputs: [input([2, 3]), weight([1], values(0))] },
  { name: 'whole numbers to a float', inputs: [weight([3], values(1, 2, 3), 'int64'), input([2])] }
]
