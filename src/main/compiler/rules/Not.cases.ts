import { typed, values, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [{ name: 'both', inputs: [typed([2], values(0, 1), 'bool')] }]
