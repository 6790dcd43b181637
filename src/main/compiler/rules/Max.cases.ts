import { distinct, input, integers, typed, uniform, values, weight, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'two halves', inputs: [input([2, 3], values(1, -1, 2, 0, 0.5, -2)), input([2, 3], values(0.5, -2, 3, 1, 0, 2))] },
  { name: 'with a bound', inputs: [input([2, 5], uniform(-2, 2, [0.5])), weight([], values(0.5))] },
  { name: 'three, stretched', inputs: [input([3], values(-1, 1, 0)), input([2, 1], values(0.5, -0.5)), input([1, 3], values(0.2, -2, 2))] },
  { name: 'one', inputs: [input([4], distinct())] },
  { name: 'a tie goes to the first', inputs: [input([2], values(1, 0)), input([2], values(1, 2))], expect: [[1, 0], [0, 1]] },
  { name: 'whole numbers', inputs: [typed([4], integers(-5, 5), 'int64'), typed([4], integers(-5, 5), 'int64')] }
]
