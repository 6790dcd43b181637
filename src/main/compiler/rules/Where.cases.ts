import { input, integers, typed, weight, type RuleCase } from '../ruleCase'

const condition = typed([2, 3], integers(0, 1), 'bool')

export const cases: readonly RuleCase[] = [
  { name: 'same shapes', inputs: [condition, input([2, 3]), input([2, 3])] },
  { name: 'all stretched', inputs: [typed([2, 1, 1], integers(0, 1), 'bool'), input([3, 1]), input([4])] },
  { name: 'a fixed mask', inputs: [weight([3], integers(0, 1), 'bool'), input([2, 3]), weight([])] },
  { name: 'whole numbers', inputs: [condition, typed([2, 3], integers(-5, 5), 'int64'), typed([3], integers(-5, 5), 'int64')] }
]
