import { int, string } from '../onnx/attrs'
import { input, type RuleCase } from '../ruleCase'

export const cases: readonly RuleCase[] = [
  { name: 'DCR by default', attrs: { blocksize: int(2) }, inputs: [input([2, 8, 3, 2])] },
  { name: 'CRD', attrs: { blocksize: int(2), mode: string('CRD') }, inputs: [input([2, 8, 3, 2])] },
  { name: 'CRD by 3', attrs: { blocksize: int(3), mode: string('CRD') }, inputs: [input([1, 18, 2, 1])] }
]
