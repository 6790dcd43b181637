import { away, input, integers, positive, typed, values, weight, type RuleCase } from '../ruleCase'

const power = (p: number): RuleCase['inputs'][number] => weight([], values(p))

export const cases: readonly RuleCase[] = [
  { name: 'squares of both signs', inputs: [input([2, 5]), power(2)] },
  { name: 'square roots', inputs: [input([2, 5], positive), power(0.5)] },
  { name: 'cubes of both signs', inputs: [input([2, 5], away(0)), power(3)] },
  { name: 'a negative power', inputs: [input([2, 5], positive), power(-1.5)] },
  { name: 'powers by channel', inputs: [input([2, 3], positive), weight([3])] },
  { name: 'a whole exponent', inputs: [input([2, 3], positive), weight([], values(3), 'int64')] },
  { name: 'both vary', inputs: [input([2, 3], positive), input([3])] },
  { name: 'first power at zero', inputs: [input([2], values(0, 2)), power(1)], expect: [[1, 1]] },
  { name: 'the exponent of what is not positive', inputs: [weight([3], values(-2, 0, 2)), input([3], values(2, 2, 1))], expect: [[0, 0, 2 * Math.LN2]] },
  { name: 'whole numbers', inputs: [typed([4], integers(-5, 5), 'int64'), typed([], values(2), 'int64')] }
]
