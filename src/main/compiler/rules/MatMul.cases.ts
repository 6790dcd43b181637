import { input, weight, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'matrices', inputs: [input([3, 4]), input([4, 5])] },
  { name: 'a dense layer on a sequence', inputs: [input([2, 3, 4]), weight([4, 5])] },
  { name: 'a dense layer, weights computed', inputs: [input([2, 3, 4]), input([4, 5])] },
  { name: 'attention', inputs: [input([2, 3, 4, 5]), input([2, 3, 5, 4])] },
  { name: 'one matrix on the left', inputs: [input([3, 4]), input([2, 4, 5])] },
  { name: 'batches broadcast', inputs: [input([2, 1, 3, 4]), input([3, 4, 2])] },
  { name: 'a row vector', inputs: [input([4]), input([4, 5])] },
  { name: 'a column vector', inputs: [input([3, 4]), input([4])] },
  { name: 'a row vector and a batch', inputs: [input([4]), input([2, 4, 5])] },
  { name: 'a batch and a column vector', inputs: [input([2, 3, 4]), input([4])] },
  { name: 'two vectors', inputs: [input([4]), input([4])] }
]
