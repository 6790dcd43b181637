import type { Builder, RuleBook } from '../builder'
import { guarded } from '../guard'
import { encodeModel } from '../onnx/encode'
import type { Graph, Node } from '../onnx/graph'
import { OPSET } from '../onnx/parameters'
import { orderedNodes } from '../prepare/order'

/** A compiled graph: serialized ONNX, ready for any execution provider. */
export interface Program {
  bytes: Uint8Array
  /** Nodes per op, for the profile and `model check`. */
  ops: Readonly<Record<string, number>>
}

/** Spells the graph in the builder's style, prunes what no output needs and serializes. `outputs` maps public names to builder values. */
export function finish(b: Builder, name: string, inputs: readonly string[], outputs: Readonly<Record<string, string>>, rules: RuleBook): Program {
  for (const [publicName, value] of Object.entries(outputs)) b.emit('Identity', [value], {}, { outputs: [publicName] })
  const names = Object.keys(outputs)
  const info = (value: string): Graph['inputs'][number] => ({ name: value, ...b.type(value) })
  const unordered = b.style === 'blocked' ? respelled(b, rules) : b.nodes
  const graph = { name, opset: OPSET, inputs: inputs.map(info), outputs: names.map(info) }
  const nodes = orderedNodes({ ...graph, nodes: unordered, initializers: b.usedConstants(unordered, names) }, names)
  return { bytes: encodeModel({ ...graph, nodes, initializers: b.usedConstants(nodes, names) }), ops: countOps(nodes) }
}

function respelled(b: Builder, rules: RuleBook): Node[] {
  const replaced = new Set([...b.nodes].filter((node) => guarded(node, () => rules(node.op, node.domain)?.blocked?.({ node, b }))))
  return b.nodes.filter((node) => !replaced.has(node))
}

function countOps(nodes: readonly Node[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { op } of nodes) counts[op] = (counts[op] ?? 0) + 1
  return counts
}
