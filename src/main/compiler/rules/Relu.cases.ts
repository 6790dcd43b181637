import { away, input, values, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'both signs', inputs: [input([2, 5], away(0))] },
  { name: 'sixteen channels', inputs: [input([1, 16, 2, 2], away(0))] },
  { name: 'at the kink', inputs: [input([3], values(-1, 0, 1))], expect: [[0, 0, 1]] }
]
