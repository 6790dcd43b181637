import { away, input, values, weight, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'between the steps', inputs: [input([2, 5], away(-1.5, -0.5, 0.5, 1.5))] },
  { name: 'halves go to the even side', inputs: [weight([6], values(-2.5, -1.5, -0.5, 0.5, 1.5, 2.5))] }
]
