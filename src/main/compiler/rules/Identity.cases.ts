import { input, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [{ name: 'a tensor', inputs: [input([2, 3])] }]
