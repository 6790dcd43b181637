import { int } from '../onnx/attrs'
import { distinct, input, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'first axis', inputs: [input([2, 3], distinct())] },
  { name: 'last axis, dropped', attrs: { axis: int(-1), keepdims: int(0) }, inputs: [input([2, 3], distinct())] }
]
