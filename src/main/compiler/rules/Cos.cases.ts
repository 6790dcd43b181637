import { input, uniform, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [{ name: 'a full turn', inputs: [input([2, 5], uniform(-3.2, 3.2))] }]
