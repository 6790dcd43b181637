import type { Attr, Subgraph } from '../onnx/graph'
import { input, values, weight, type RuleCase } from '../ruleCase'

/** A branch of one op on x1, which belongs to the graph around it, and a weight of its own. */
const branch = (op: string, by: number): Attr => {
  const graph: Subgraph = {
    nodes: [{ op, domain: '', name: 'inner', inputs: ['x1', 'own'], outputs: ['result'], attrs: {} }],
    initializers: new Map([['own', { dtype: 'float32', dims: [], data: Float32Array.of(by) }]]),
    outputs: ['result']
  }
  return { kind: 'graph', value: graph }
}
const attrs = { then_branch: branch('Mul', 3), else_branch: branch('Sub', 2) }

// The second input only makes x1 an input of the case; If itself takes the condition alone.
export const cases: readonly RuleCase[] = [
  { name: 'then', attrs, inputs: [weight([], values(1), 'bool'), input([2, 3])], captured: [1] },
  { name: 'else', attrs, inputs: [weight([1], values(0), 'bool'), input([2, 3])], captured: [1] }
]
