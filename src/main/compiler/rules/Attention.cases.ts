import { float, int } from '../onnx/attrs'
import { input, values, weight, type RuleCase } from '../ruleCase'

const qkv = [input([2, 4, 3, 2]), input([2, 4, 5, 2]), input([2, 4, 5, 3])]

export const cases: readonly RuleCase[] = [
  { name: 'four axes', opset: 23, inputs: qkv },
  { name: 'scaled, with a mask', opset: 23, attrs: { scale: float(0.7) }, inputs: [...qkv, input([3, 5])] },
  { name: 'a boolean mask', opset: 23, inputs: [...qkv, weight([3, 5], values(1, 0, 1, 1, 0, 1, 1, 1, 1, 1, 0, 1, 0, 1, 1), 'bool')] },
  { name: 'causal', opset: 23, attrs: { is_causal: int(1) }, inputs: [input([1, 2, 3, 2]), input([1, 2, 3, 2]), input([1, 2, 3, 2])] },
  { name: 'three axes', opset: 23, attrs: { q_num_heads: int(2), kv_num_heads: int(2) }, inputs: [input([2, 3, 4]), input([2, 5, 4]), input([2, 5, 6])] },
  { name: 'query heads that share keys', opset: 23, attrs: { q_num_heads: int(4), kv_num_heads: int(2) }, inputs: [input([1, 3, 8]), input([1, 3, 4]), input([1, 3, 4])] },
  { name: 'capped', opset: 23, attrs: { softcap: float(1.5) }, inputs: qkv }
]
