import { string } from '../onnx/attrs'
import { input, uniform, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'exact', inputs: [input([3, 5], uniform(-4, 4))] },
  { name: 'by tanh', attrs: { approximate: string('tanh') }, inputs: [input([3, 5], uniform(-4, 4))] }
]
