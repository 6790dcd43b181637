import { input, weight, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'same shapes', inputs: [input([2, 3]), input([2, 3])] },
  { name: 'both stretched', inputs: [input([3, 1, 2]), input([4, 1])] },
  { name: 'from a constant', inputs: [weight([]), input([2, 3])] }
]
