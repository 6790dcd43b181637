import { input, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'elements', inputs: [input([2, 3, 4])] }
]
