import { inputError } from '../../../shared/errors'
import { describe, type Attr, type Node, type Subgraph, type Tensor } from './graph'

/** Typed access to a node's attributes; a wrong kind is an input error that names node and attribute. */

interface Values {
  int: number
  float: number
  string: string
  tensor: Tensor
  ints: readonly number[]
  floats: readonly number[]
  graph: Subgraph
}

function read<K extends keyof Values>(node: Node, name: string, kinds: readonly K[]): Values[K] | undefined {
  const attr = node.attrs[name]
  if (attr === undefined) return
  if (!(kinds as readonly string[]).includes(attr.kind))
    throw inputError('model.attribute', `${describe(node)}: attribute "${name}" is of kind ${attr.kind}, expected ${kinds.join(' or ')}. The model file is not valid ONNX.`)
  return attr.value as Values[K]
}

export const intAttr = (node: Node, name: string, otherwise: number): number => read(node, name, ['int']) ?? otherwise
/** A float attribute; an int is accepted because canonical parameters read from tensors may hold either. */
export const floatAttr = (node: Node, name: string, otherwise: number): number => read(node, name, ['float', 'int']) ?? otherwise
export const stringAttr = (node: Node, name: string, otherwise: string): string => read(node, name, ['string']) ?? otherwise
export const intsAttr = (node: Node, name: string): readonly number[] | undefined => read(node, name, ['ints'])
export const floatsAttr = (node: Node, name: string): readonly number[] | undefined => read(node, name, ['floats'])
export const tensorAttr = (node: Node, name: string): Tensor | undefined => read(node, name, ['tensor'])

/** An ints attribute that the op cannot do without. */
export const needInts = (node: Node, name: string): readonly number[] => intsAttr(node, name) ?? missing(node, name)
export const needGraph = (node: Node, name: string): Subgraph => read(node, name, ['graph']) ?? missing(node, name)

function missing(node: Node, name: string): never {
  throw inputError('model.attribute', `${describe(node)}: "${name}" is missing. The model file is not valid ONNX.`)
}

export const int = (value: number): Attr => ({ kind: 'int', value })
export const float = (value: number): Attr => ({ kind: 'float', value })
export const string = (value: string): Attr => ({ kind: 'string', value })
export const ints = (value: readonly number[]): Attr => ({ kind: 'ints', value })
export const floats = (value: readonly number[]): Attr => ({ kind: 'floats', value })
