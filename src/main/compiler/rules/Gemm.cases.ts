import { float, int } from '../onnx/attrs'
import { input, weight, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'plain', inputs: [input([3, 4]), weight([4, 5])] },
  { name: 'transB and a bias, the dense layer', attrs: { transB: int(1) }, inputs: [input([3, 4]), weight([5, 4]), weight([5])] },
  { name: 'all computed, alpha, beta', attrs: { alpha: float(0.5), beta: float(-2) }, inputs: [input([3, 4]), input([4, 5]), input([3, 1])] },
  { name: 'transA', attrs: { transA: int(1), alpha: float(1.5) }, inputs: [input([4, 3]), input([4, 5]), input([1, 5])] },
  { name: 'transB', attrs: { transB: int(1), alpha: float(-1) }, inputs: [input([3, 4]), input([5, 4]), input([3, 5])] },
  { name: 'transA and transB, scalar C', attrs: { transA: int(1), transB: int(1) }, inputs: [input([4, 3]), input([5, 4]), input([])] },
  { name: 'opset 9', opset: 9, attrs: { transB: int(1) }, inputs: [input([3, 4]), weight([5, 4]), weight([5])] }
]
