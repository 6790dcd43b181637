import { input, positive, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [{ name: 'positive', inputs: [input([2, 5], positive)] }]
