import { input, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [{ name: 'three, stretched', inputs: [input([2, 3]), input([3]), input([2, 1])] }]
