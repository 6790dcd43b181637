import { PbfWriter } from 'pbf'
import { numberOf } from './dtypes'
import { describe, int64s, scalar, tensor, type Attr, type Graph, type Node, type Subgraph, type Tensor, type ValueInfo } from './graph'
import { OPSET, parametersOf, type Parameter } from './parameters'

/** IR version 10 belongs to opset 21; ONNX Runtime has read it since 1.18. */
const IR_VERSION = 10

/** Writes a graph in canonical form (parameters as attributes) as a serialized ModelProto at OPSET. */
export function encodeModel(graph: Graph): Uint8Array {
  return encodeSpelled({ ...spellParameters(graph), opset: OPSET })
}

/** Writes a graph as it is spelled, at its own opset. */
export function encodeSpelled(graph: Graph): Uint8Array {
  const pbf = new PbfWriter()
  pbf.writeVarintField(1, IR_VERSION)
  pbf.writeStringField(2, 'vidimus')
  pbf.writeMessage(8, (_, p) => p.writeVarintField(2, graph.opset), undefined)
  pbf.writeMessage(7, writeGraph, graph)
  return pbf.finish()
}

/** Turns parameters back into constant inputs. */
function spellParameters(graph: Graph): Graph {
  const initializers = new Map(graph.initializers)
  const nodes = graph.nodes.map((node) => spellNode(node, initializers))
  return { ...graph, nodes, initializers }
}

function spellNode(node: Node, initializers: Map<string, Tensor>): Node {
  const parameters = parametersOf(node.op)
  if (node.domain !== '' || parameters.length === 0) return node
  const inputs = [...node.inputs]
  const attrs: Record<string, Attr> = { ...node.attrs }
  for (const parameter of parameters) {
    const attr = attrs[parameter.name]
    if (attr === undefined) continue
    delete attrs[parameter.name]
    while (inputs.length < parameter.input) inputs.push('')
    inputs[parameter.input] = constantInput(parameterTensor(attr, parameter, node), initializers)
  }
  return { ...node, inputs, attrs }
}

function parameterTensor(attr: Attr, parameter: Parameter, node: Node): Tensor {
  if (attr.kind === 'ints') return int64s(attr.value)
  if (attr.kind === 'floats') return tensor('float32', [attr.value.length], attr.value)
  if (attr.kind === 'int' || attr.kind === 'float') return scalar(attr.value, parameter.kind === 'int' ? 'int64' : 'float32')
  throw new Error(`${describe(node)}: parameter "${parameter.name}" is of kind ${attr.kind}`)
}

function constantInput(value: Tensor, initializers: Map<string, Tensor>): string {
  const name = `parameter:${value.dtype}[${value.dims.join()}]=${Array.from(value.data).join()}`
  initializers.set(name, value)
  return name
}

function writeGraph(graph: Graph, pbf: PbfWriter): void {
  for (const node of graph.nodes) pbf.writeMessage(1, writeNode, node)
  pbf.writeStringField(2, graph.name)
  for (const [name, value] of graph.initializers) pbf.writeMessage(5, writeTensor, { name, value })
  for (const info of graph.inputs) pbf.writeMessage(11, writeValueInfo, info)
  for (const info of graph.outputs) pbf.writeMessage(12, writeValueInfo, info)
}

function writeNode(node: Node, pbf: PbfWriter): void {
  for (const input of node.inputs) pbf.writeStringField(1, input)
  for (const output of node.outputs) pbf.writeStringField(2, output)
  pbf.writeStringField(3, node.name)
  pbf.writeStringField(4, node.op)
  for (const [name, attr] of Object.entries(node.attrs)) pbf.writeMessage(5, writeAttr, { name, attr })
  if (node.domain !== '') pbf.writeStringField(7, node.domain)
}

function writeAttr({ name, attr }: { name: string; attr: Attr }, pbf: PbfWriter): void {
  pbf.writeStringField(1, name)
  switch (attr.kind) {
    case 'float':
      pbf.writeFloatField(2, attr.value)
      return pbf.writeVarintField(20, 1)
    case 'int':
      pbf.writeVarintField(3, attr.value)
      return pbf.writeVarintField(20, 2)
    case 'string':
      pbf.writeStringField(4, attr.value)
      return pbf.writeVarintField(20, 3)
    case 'tensor':
      pbf.writeMessage(5, writeTensor, { name: '', value: attr.value })
      return pbf.writeVarintField(20, 4)
    case 'floats':
      for (const value of attr.value) pbf.writeFloatField(7, value)
      return pbf.writeVarintField(20, 6)
    case 'ints':
      for (const value of attr.value) pbf.writeVarintField(8, value)
      return pbf.writeVarintField(20, 7)
    case 'strings':
      for (const value of attr.value) pbf.writeStringField(9, value)
      return pbf.writeVarintField(20, 8)
    case 'graph':
      pbf.writeMessage(6, writeSubgraph, attr.value)
      return pbf.writeVarintField(20, 5)
    case 'reference':
    case 'opaque':
      throw new Error(`attribute "${name}" (${attr.value}) can't be written`)
  }
}

function writeSubgraph({ nodes, initializers, outputs }: Subgraph, pbf: PbfWriter): void {
  writeGraph({ name: 'branch', opset: OPSET, nodes, initializers, inputs: [], outputs: outputs.map((name) => ({ name, dtype: 'float32', dims: null })) }, pbf)
}

function writeTensor({ name, value }: { name: string; value: Tensor }, pbf: PbfWriter): void {
  for (const dim of value.dims) pbf.writeVarintField(1, dim)
  pbf.writeVarintField(2, numberOf(value.dtype))
  if (name !== '') pbf.writeStringField(8, name)
  pbf.writeBytesField(9, rawBytes(value))
}

const INT64_MAX = 2n ** 63n - 1n

/** Values at or beyond 2^63 are the "to the end" marks of Slice; they saturate. */
const toInt64 = (value: number): bigint => (value >= 2 ** 63 ? INT64_MAX : value <= -(2 ** 63) ? -INT64_MAX : BigInt(value))

function rawBytes({ dtype, data }: Tensor): Uint8Array {
  const wide = dtype === 'int64' ? BigInt64Array.from(data as Float64Array, toInt64) : data
  return new Uint8Array(wide.buffer, wide.byteOffset, wide.byteLength)
}

function writeValueInfo(info: ValueInfo, pbf: PbfWriter): void {
  pbf.writeStringField(1, info.name)
  pbf.writeMessage(2, (_, type) => type.writeMessage(1, writeTensorType, info), undefined)
}

function writeTensorType(info: ValueInfo, pbf: PbfWriter): void {
  pbf.writeVarintField(1, numberOf(info.dtype))
  if (info.dims === null) return
  pbf.writeMessage(
    2,
    (dims, shape) => {
      for (const dim of dims) shape.writeMessage(1, (d, p) => d !== null && p.writeVarintField(1, d), dim)
    },
    info.dims
  )
}
