import { input, values, weight, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'numbers', inputs: [input([3])] },
  { name: 'one that is none', inputs: [weight([3], values(1, NaN, Infinity))] }
]
