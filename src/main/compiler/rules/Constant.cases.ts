import { float, floats } from '../onnx/attrs'
import { tensor } from '../onnx/graph'
import type { RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'a tensor', attrs: { value: { kind: 'tensor', value: tensor('float32', [2, 2], [1, 2, 3, 4]) } }, inputs: [] },
  { name: 'a float', opset: 13, attrs: { value_float: float(0.5) }, inputs: [] },
  { name: 'floats', opset: 13, attrs: { value_floats: floats([1, -2]) }, inputs: [] }
]
