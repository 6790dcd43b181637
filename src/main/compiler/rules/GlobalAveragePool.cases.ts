import { input, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'an image', inputs: [input([2, 3, 4, 5])] },
  { name: 'one dimension', inputs: [input([2, 3, 4])] }
]
