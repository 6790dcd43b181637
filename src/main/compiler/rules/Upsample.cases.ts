import { floats, string } from '../onnx/attrs'
import { input, values, weight, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'opset 7: scales as an attribute', opset: 7, attrs: { mode: string('nearest'), scales: floats([1, 1, 2, 2]) }, inputs: [input([1, 2, 3, 4])] },
  { name: 'opset 9, nearest', opset: 9, attrs: { mode: string('nearest') }, inputs: [input([1, 2, 3, 4]), weight([4], values(1, 1, 2, 3))] },
  { name: 'opset 9, linear', opset: 9, attrs: { mode: string('linear') }, inputs: [input([1, 2, 3, 4]), weight([4], values(1, 1, 2, 2))] }
]
