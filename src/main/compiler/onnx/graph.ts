/**
 * The compiler's own picture of an ONNX graph, after reading: float16, bfloat16 and float64 are widened or
 * narrowed to float32, the small integer types to int32/int64, and int64 data is held as JS numbers.
 * float64 comes only from prepare/exact.ts.
 */

export type DType = 'float32' | 'float64' | 'int64' | 'int32' | 'bool' | 'uint8' | 'int8'

/** Storage per dtype: int64 lives in a Float64Array (exact to 2^53, which no shape exceeds). */
export type Data = Float32Array | Float64Array | Int32Array | Uint8Array | Int8Array

export interface TensorType {
  dtype: DType
  dims: readonly number[]
}

/** A dense row-major tensor; `data.length` is the product of `dims` (1 for a scalar, `dims` = []). */
export interface Tensor extends TensorType {
  data: Data
}

export type Attr =
  | { kind: 'int'; value: number }
  | { kind: 'float'; value: number }
  | { kind: 'string'; value: string }
  | { kind: 'tensor'; value: Tensor }
  | { kind: 'ints'; value: readonly number[] }
  | { kind: 'floats'; value: readonly number[] }
  | { kind: 'strings'; value: readonly string[] }
  /** A branch of If. */
  | { kind: 'graph'; value: Subgraph }
  /** Inside a function: stands for the attribute of that name of the node that calls it. */
  | { kind: 'reference'; value: string }
  /** A sparse tensor, type or list of graphs: kept as a name so that the error can say what was met. */
  | { kind: 'opaque'; value: string }

export type Attrs = Readonly<Record<string, Attr>>

export interface Node {
  op: string
  /** '' for the ONNX standard domain. */
  domain: string
  name: string
  /** Value names; '' stands for an optional input that is left out. */
  inputs: readonly string[]
  outputs: readonly string[]
  attrs: Attrs
}

/** A graph inside a node; it may use any value of the graph around it. */
export interface Subgraph {
  nodes: readonly Node[]
  initializers: ReadonlyMap<string, Tensor>
  outputs: readonly string[]
}

/** A graph input or output; a dim of null is symbolic or unknown, `dims` null when the file declares none. */
export interface ValueInfo {
  name: string
  dtype: DType
  dims: readonly (number | null)[] | null
}

export interface Graph {
  name: string
  opset: number
  inputs: readonly ValueInfo[]
  outputs: readonly ValueInfo[]
  initializers: ReadonlyMap<string, Tensor>
  nodes: readonly Node[]
}

export const sizeOf = (dims: readonly number[]): number => dims.reduce((product, dim) => product * dim, 1)

export const sameDims = (a: readonly number[], b: readonly number[]): boolean => a.length === b.length && a.every((dim, i) => dim === b[i])

export function allocate(dtype: DType, length: number): Data {
  switch (dtype) {
    case 'float32':
      return new Float32Array(length)
    case 'float64':
    case 'int64':
      return new Float64Array(length)
    case 'int32':
      return new Int32Array(length)
    case 'int8':
      return new Int8Array(length)
    case 'uint8':
    case 'bool':
      return new Uint8Array(length)
  }
}

export function tensor(dtype: DType, dims: readonly number[], values: ArrayLike<number>): Tensor {
  const data = allocate(dtype, values.length)
  data.set(values)
  return { dtype, dims, data }
}

export const scalar = (value: number, dtype: DType = 'float32'): Tensor => tensor(dtype, [], [value])

export const int64s = (values: readonly number[]): Tensor => tensor('int64', [values.length], values)

/** A node as a person finds it in a viewer: its op, its name, or its first output. */
export const describe = (node: Node): string => `${node.op} "${node.name || (node.outputs[0] ?? '')}"`
