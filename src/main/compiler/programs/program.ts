import type { Builder } from '../builder'
import { encodeModel } from '../onnx/encode'
import type { Graph, Node } from '../onnx/graph'

/** A compiled graph: serialized ONNX, ready for any execution provider. */
export interface Program {
  bytes: Uint8Array
  /** Nodes per op, for the profile and `model check`. */
  ops: Readonly<Record<string, number>>
}

/** Prunes what no output needs and serializes. `outputs` maps public names to builder values. */
export function finish(b: Builder, name: string, inputs: readonly string[], outputs: Readonly<Record<string, string>>): Program {
  for (const [publicName, value] of Object.entries(outputs)) b.emit('Identity', [value], {}, { outputs: [publicName] })
  const nodes = needed(b.nodes, Object.keys(outputs))
  const info = (value: string): Graph['inputs'][number] => ({ name: value, ...b.type(value) })
  const initializers = b.usedConstants(nodes, Object.keys(outputs))
  const graph: Graph = { name, opset: 0, inputs: inputs.map(info), outputs: Object.keys(outputs).map(info), initializers, nodes }
  return { bytes: encodeModel(graph), ops: countOps(nodes) }
}

function needed(nodes: readonly Node[], outputs: readonly string[]): Node[] {
  const wanted = new Set(outputs)
  const kept = nodes.toReversed().filter((node) => {
    if (!node.outputs.some((output) => wanted.has(output))) return false
    for (const input of node.inputs) wanted.add(input)
    return true
  })
  return kept.reverse()
}

function countOps(nodes: readonly Node[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { op } of nodes) counts[op] = (counts[op] ?? 0) + 1
  return counts
}
