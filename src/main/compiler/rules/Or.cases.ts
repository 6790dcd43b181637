import { typed, values, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [{ name: 'the truth table', inputs: [typed([2, 1], values(0, 1), 'bool'), typed([2], values(0, 1), 'bool')] }]
