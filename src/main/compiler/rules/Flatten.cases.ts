import { int } from '../onnx/attrs'
import { input, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'after the batch', inputs: [input([2, 3, 4])] },
  { name: 'axis 0', attrs: { axis: int(0) }, inputs: [input([2, 3, 4])] },
  { name: 'axis at the end', attrs: { axis: int(3) }, inputs: [input([2, 3, 4])] },
  { name: 'negative axis', attrs: { axis: int(-1) }, inputs: [input([2, 3, 4])] }
]
