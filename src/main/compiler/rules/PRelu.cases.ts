import { away, input, values, weight, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'a slope by channel', inputs: [input([2, 3, 2, 2], away(0)), weight([3, 1, 1])] },
  { name: 'sixteen channels', inputs: [input([1, 16, 2, 2], away(0)), weight([16, 1, 1])] },
  { name: 'one slope', inputs: [input([2, 3], away(0)), weight([1])] },
  { name: 'slopes by feature', inputs: [input([2, 3], away(0)), weight([3])] },
  { name: 'a computed slope', inputs: [input([2, 3, 2], away(0)), input([3, 1])] },
  { name: 'opset 7', opset: 7, inputs: [input([2, 3, 2, 2], away(0)), weight([3, 1, 1])] },
  { name: 'at the kink', inputs: [input([3], values(-1, 0, 1)), weight([1], values(0.25))], expect: [[0.25, 0.25, 1]] }
]
