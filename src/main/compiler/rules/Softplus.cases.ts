import { input, uniform, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [{ name: 'both signs', inputs: [input([2, 5], uniform(-5, 5))] }]
