import { ints } from '../onnx/attrs'
import { int64s } from '../onnx/graph'
import { values, weight, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'zeros by default', attrs: { shape: ints([2, 3]) }, inputs: [] },
  { name: 'a value, from opset 9', opset: 9, attrs: { value: { kind: 'tensor', value: int64s([7]) } }, inputs: [weight([2], values(2, 3), 'int64')] }
]
