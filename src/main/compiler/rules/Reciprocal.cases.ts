import { input, positive, uniform, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'positive', inputs: [input([2, 5], positive)] },
  { name: 'negative', inputs: [input([2, 5], uniform(-2, -0.5))] }
]
