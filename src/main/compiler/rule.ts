import type { Builder } from './builder'
import type { Node, Subgraph, Tensor, TensorType } from './onnx/graph'

/**
 * What the compiler knows of one op. A rule never sees an opset (onnx/parameters.ts), never sees a symbolic
 * shape (the graph is specialised before), and never calls another rule.
 */
export interface OpRule {
  /** The ONNX name; `domain` '' unless said otherwise. */
  op: string
  domain?: string
  /** Output types from input types. Absent only for rules that `lower`. */
  types?: (call: TypeCall) => readonly TensorType[]
  /** Evaluates the op on constants while compiling; absent where that is never wanted. */
  fold?: (node: Node, inputs: readonly Tensor[]) => readonly Tensor[]
  /** Rewrites the op into others when a model is read; returns the names of the replaced outputs. */
  lower?: (call: LowerCall) => readonly string[]
  /**
   * Spells the forward node in the blocked style once the backward pass stands, so that both share factors; returns
   * false where it doesn't apply. Emits under the node's own output names.
   */
  blocked?: (call: { node: Node; b: Builder }) => boolean
  /**
   * Vector-Jacobian product: a cotangent per input (null where none flows), from the cotangents of the outputs.
   * The walk asks only when at least one output has a cotangent and at least one input needs one.
   */
  vjp?: (call: VjpCall) => readonly (string | null)[]
}

export interface TypeCall {
  node: Node
  /** Types of the inputs; an optional input that is left out is null. */
  inputs: readonly (TensorType | null)[]
  /** Type of an input that must be there; throws an input error that names the node otherwise. */
  input: (index: number) => TensorType
  /** Value of input `index` where it is known while compiling. */
  constant: (index: number) => Tensor | undefined
}

export interface LowerCall {
  node: Node
  b: Builder
  /** Opset of the model being read, for ops whose meaning (not spelling) changed. */
  opset: number
  /** Lays the nodes of a subgraph in the place of this node; returns the names of its outputs. */
  inline: (graph: Subgraph) => readonly string[]
}

export interface VjpCall {
  node: Node
  b: Builder
  /** Name of input `index` of the forward node. */
  x: (index: number) => string
  /** Name of output `index` of the forward node. */
  y: (index: number) => string
  /** Cotangents of the outputs; null where none arrived. */
  g: readonly (string | null)[]
  /** Cotangent of output 0; throws where none arrived (for rules with one output). */
  gy: string
  /** Whether input `index` needs a cotangent. */
  needs: (index: number) => boolean
}
