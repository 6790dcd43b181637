import { away, input, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [{ name: 'between the steps', inputs: [input([2, 5], away(0))] }]
