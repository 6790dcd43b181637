import type { Attr, Node, Subgraph } from './graph'

/** Nodes that stand for one: the body of a function or a branch of If. */
export interface Body {
  nodes: readonly Node[]
  outputs: readonly string[]
}

/**
 * The nodes of `body` in the place of `caller`: values that the body makes get names of their own, its outputs the caller's, and
 * names in `given` what they stand for. Other names belong to the graph around it.
 */
export function inlined(body: Body, caller: Node, given: ReadonlyMap<string, string>): Node[] {
  const scope = `${caller.outputs.find((name) => name !== '') ?? caller.name}/`
  const names = new Map<string, string>(given)
  for (const node of body.nodes) for (const output of node.outputs) names.set(output, scope + output)
  names.set('', '')
  const rename = (name: string): string => names.get(name) ?? name
  const result = body.nodes.map((node) => renamed(node, rename, scope))
  caller.outputs.forEach((output, i) => {
    if (output === '') return
    result.push({ op: 'Identity', domain: '', name: '', inputs: [rename(body.outputs[i] ?? '')], outputs: [output], attrs: {} })
  })
  return result
}

type Rename = (name: string) => string

function renamed(node: Node, rename: Rename, scope: string): Node {
  const attrs = Object.create(null) as Record<string, Attr>
  for (const [name, attr] of Object.entries(node.attrs)) attrs[name] = attr.kind === 'graph' ? { kind: 'graph', value: renamedGraph(attr.value, rename, scope) } : attr
  return { ...node, name: node.name && scope + node.name, inputs: node.inputs.map(rename), outputs: node.outputs.map(rename), attrs }
}

/** Only what it takes from around it changes; its own values are renamed when it is inlined itself. */
function renamedGraph(graph: Subgraph, rename: Rename, scope: string): Subgraph {
  const own = new Set([...graph.initializers.keys(), ...graph.nodes.flatMap(({ outputs }) => outputs)])
  const outer: Rename = (name) => (own.has(name) ? name : rename(name))
  return { ...graph, nodes: graph.nodes.map((node) => renamed(node, outer, scope)), outputs: graph.outputs.map(outer) }
}

/** Every value of the graph around it that a node uses: its inputs and what its subgraphs take. */
export function usedBy(node: Node): readonly string[] {
  const graphs = Object.values(node.attrs).flatMap((attr) => (attr.kind === 'graph' ? [attr.value] : []))
  return graphs.length === 0 ? node.inputs : [...node.inputs, ...graphs.flatMap(takenBy)]
}

function takenBy({ nodes, initializers, outputs }: Subgraph): string[] {
  const own = new Set([...initializers.keys(), ...nodes.flatMap((node) => node.outputs)])
  return [...nodes.flatMap(usedBy), ...outputs].filter((name) => !own.has(name))
}
