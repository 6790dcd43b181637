import { distinct, input, values, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'an image', inputs: [input([2, 3, 4, 5], distinct())] },
  { name: 'one dimension', inputs: [input([2, 3, 4], distinct())] },
  { name: 'a tie: the first', inputs: [input([1, 1, 2, 2], values(1, 3, 3, 2))], expect: [[0, 1, 0, 0]] }
]
