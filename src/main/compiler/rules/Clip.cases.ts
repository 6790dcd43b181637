import { float } from '../onnx/attrs'
import { away, input, integers, typed, values, weight, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'both bounds', attrs: { min: float(-1), max: float(0.5) }, inputs: [input([3, 5], away(-1, 0.5))] },
  { name: 'only below', attrs: { min: float(0) }, inputs: [input([3, 5], away(0))] },
  { name: 'only above', attrs: { max: float(0) }, inputs: [input([3, 5], away(0))] },
  { name: 'no bound', inputs: [input([3])] },
  { name: 'opset 6 bounds', opset: 10, attrs: { min: float(0), max: float(1) }, inputs: [input([3, 5], away(0, 1))] },
  { name: 'opset 6, the bounds that stand for none', opset: 9, attrs: { min: float(-3.4028234663852886e38), max: float(1) }, inputs: [input([3, 5], away(1))] },
  { name: 'opset 13, the lower bound left out', opset: 13, inputs: [input([3, 5], away(1)), null, weight([], values(1))] },
  { name: 'at the bounds', attrs: { min: float(0), max: float(6) }, inputs: [input([4], values(-1, 0, 3, 6))], expect: [[0, 0, 1, 0]] },
  { name: 'whole numbers', opset: 13, inputs: [typed([5], integers(-9, 9), 'int64'), weight([], values(-2), 'int64'), weight([], values(3), 'int64')] }
]
