import { float, int } from '../onnx/attrs'
import { input, positive, weight, type RuleCase } from '../ruleCase'

const parameters = [weight([3]), weight([3]), weight([3]), weight([3], positive)]

export const cases: readonly RuleCase[] = [
  { name: 'an image', inputs: [input([2, 3, 2, 2]), ...parameters] },
  { name: 'sixteen channels', inputs: [input([1, 16, 2, 2]), weight([16]), weight([16]), weight([16]), weight([16], positive)] },
  { name: 'an embedding, epsilon', attrs: { epsilon: float(0.5) }, inputs: [input([2, 3]), ...parameters] },
  { name: 'opset 9', opset: 9, attrs: { momentum: float(0.9) }, inputs: [input([2, 3, 2]), ...parameters] },
  { name: 'opset 8, spatial', opset: 8, attrs: { spatial: int(1) }, inputs: [input([2, 3, 2]), ...parameters] },
  { name: 'computed parameters', inputs: [input([2, 3, 2]), input([3]), input([3]), input([3]), input([3], positive)] }
]
