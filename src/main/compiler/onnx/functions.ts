import { inputError } from '../../../shared/errors'
import { describe, type Attr, type Node } from './graph'
import { inlined, type Body } from './inline'

/** A function that the file defines itself (FunctionProto): torch's exporters wrap whole modules in them. */
export interface LocalFunction {
  name: string
  domain: string
  overload: string
  inputs: string[]
  outputs: string[]
  /** Attributes that a call may leave out. */
  defaults: Record<string, Attr>
  nodes: Node[]
  /** Version of the standard operators in the body; undefined where it uses none. */
  opset: number | undefined
}

/** Functions may call each other; a chain that doubles at every step would fill the memory. */
const MOST_NODES = 200_000
const DEEPEST = 64

/** The nodes with every call of a local function replaced by the function's body. */
export function inlineFunctions(nodes: readonly Node[], functions: readonly LocalFunction[], opset: number): Node[] {
  if (functions.length === 0) return [...nodes]
  const byName = new Map(functions.map((local) => [`${local.domain}:${local.name}`, local]))
  const result: Node[] = []
  let met = 0
  const expand = (node: Node, depth: number): void => {
    met++
    const local = byName.get(`${node.domain}:${node.op}`)
    if (local === undefined) return void result.push(node)
    if (depth > DEEPEST || met > MOST_NODES)
      throw inputError('model.function', `${describe(node)}: the model's functions call each other too deep or too often. Inline them (onnx.inliner.inline_local_functions) and try again.`)
    if (local.opset !== undefined && local.opset !== opset)
      throw inputError('model.function', `The function ${local.name} uses opset ${local.opset} in a model of opset ${opset}. Inline it (onnx.inliner.inline_local_functions) and try again.`)
    for (const inner of called(node, local)) expand(inner, depth + 1)
  }
  for (const node of nodes) expand(node, 0)
  return result
}

function called(node: Node, local: LocalFunction): Node[] {
  const arguments_ = { ...local.defaults, ...node.attrs }
  const body: Body = { nodes: local.nodes.map((inner) => ({ ...inner, attrs: bound(inner.attrs, arguments_) })), outputs: local.outputs }
  return inlined(body, node, new Map(local.inputs.map((name, i) => [name, node.inputs[i] ?? ''])))
}

/** Attributes with the references to those of the call resolved; one that the call leaves out is left out. */
function bound(attrs: Node['attrs'], given: Readonly<Record<string, Attr>>): Node['attrs'] {
  const result = Object.create(null) as Record<string, Attr>
  for (const [name, attr] of Object.entries(attrs)) {
    const value = attr.kind === 'reference' ? given[attr.value] : attr.kind === 'graph' ? boundGraph(attr, given) : attr
    if (value !== undefined) result[name] = value
  }
  return result
}

const boundGraph = ({ value }: Extract<Attr, { kind: 'graph' }>, given: Readonly<Record<string, Attr>>): Attr => ({
  kind: 'graph',
  value: { ...value, nodes: value.nodes.map((node) => ({ ...node, attrs: bound(node.attrs, given) })) }
})
