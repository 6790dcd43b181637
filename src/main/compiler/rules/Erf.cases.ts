import { input, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [{ name: 'both signs', inputs: [input([2, 5])] }]
