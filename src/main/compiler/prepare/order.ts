import { inputError } from '../../../shared/errors'
import { describe, type Graph, type Node } from '../onnx/graph'
import { usedBy } from '../onnx/inline'

/**
 * The nodes that `outputs` need, in an order in which every value is made before it is used.
 *
 * @throws VidimusError (input) `model.duplicate-value`, `model.missing-initializer`, `model.cycle`
 */
export function orderedNodes(graph: Graph, outputs: readonly string[]): Node[] {
  const makers = makersOf(graph)
  const given = new Set([...graph.initializers.keys(), ...graph.inputs.map(({ name }) => name)])
  const ordered: Node[] = []
  const state = new Map<Node, 'open' | 'done'>()
  // An explicit stack: a hostile chain of a million nodes must not overflow ours.
  const stack: { node: Node; uses: readonly string[]; next: number }[] = []
  const enter = (value: string, user: string): void => {
    if (value === '' || given.has(value)) return
    const node = makers.get(value)
    if (node === undefined) throw inputError('model.missing-initializer', `${user} uses the value "${value}", which no node makes and no initializer holds. The file is incomplete; export the model again.`)
    if (state.get(node) === 'open') throw inputError('model.cycle', `The graph runs in a circle through ${describe(node)}. The file is not valid ONNX; export the model again.`)
    if (state.get(node) === 'done') return
    state.set(node, 'open')
    stack.push({ node, uses: usedBy(node), next: 0 })
  }
  for (const output of outputs) {
    enter(output, 'The output list')
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const input = top.uses[top.next++]
      if (input !== undefined) enter(input, describe(top.node))
      else {
        stack.pop()
        state.set(top.node, 'done')
        ordered.push(top.node)
      }
    }
  }
  return ordered
}

function makersOf(graph: Graph): Map<string, Node> {
  const makers = new Map<string, Node>()
  for (const node of graph.nodes)
    for (const output of node.outputs) {
      if (output === '') continue
      if (makers.has(output)) throw inputError('model.duplicate-value', `The value "${output}" is made twice, last by ${describe(node)}. The file is not valid ONNX.`)
      makers.set(output, node)
    }
  return makers
}
