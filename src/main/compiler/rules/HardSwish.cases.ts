import { input, uniform, values, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'all three pieces', inputs: [input([3, 5], uniform(-5, 5, [-3, 3]))] },
  { name: 'at the bounds', inputs: [input([3], values(-3, 0, 3))], expect: [[0, 0.5, 1]] }
]
