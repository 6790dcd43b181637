import { values, weight, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'integers', inputs: [weight([], values(2), 'int64'), weight([], values(9), 'int64'), weight([], values(3), 'int64')] },
  { name: 'downwards', inputs: [weight([], values(3)), weight([], values(-2)), weight([], values(-1))] },
  { name: 'none', inputs: [weight([], values(3), 'int64'), weight([], values(3), 'int64'), weight([], values(1), 'int64')] }
]
