import fc from 'fast-check'
import { decodeModel } from '../../src/main/compiler/onnx/decode'
import { encodeSpelled } from '../../src/main/compiler/onnx/encode'
import { int64s, type Attr, type Graph, type Node, type Tensor } from '../../src/main/compiler/onnx/graph'

/** One change to a file: of its bytes, or of the graph in it, which gets far deeper. */
export type Mutation = (bytes: Uint8Array) => Uint8Array

const EXTREME = [-(2 ** 53), -(2 ** 31), -2, -1, 0, 1, 2, 3, 7, 64, 255, 4097, 2 ** 16, 2 ** 20, 2 ** 27, 2 ** 31 - 1, 2 ** 31, 2 ** 40, 2 ** 53]
const NAMES = ['__proto__', 'constructor', 'toString', '', 'data', 'images', 'model/data', 'vidimus/Conv_0', '\u0000', 'x'.repeat(5000)]
const OPS = ['Tile', 'Expand', 'ConstantOfShape', 'Range', 'Pad', 'Resize', 'Upsample', 'Reshape', 'Slice', 'Split', 'Gather', 'Concat', 'Einsum', 'Attention', 'MaxPool', 'AveragePool', 'Conv', 'ConvTranspose', 'Transpose', 'DepthToSpace', 'If', 'Dropout', 'Cast', 'CumSum', 'ScatterElements', 'LRN', 'Squeeze', 'Unsqueeze', 'Shape', 'MatMul', 'Gemm', 'BatchNormalization', 'GroupNormalization', 'LayerNormalization', 'ReduceMean', '__proto__']

const extreme = fc.constantFrom(...EXTREME)
const spot = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
const pick = <T>(list: readonly T[], at: number): T | undefined => list[Math.floor(at * list.length)]

const ofBytes: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ at: spot, bit: fc.nat(7) }).map(({ at, bit }): Mutation => (bytes) => edited(bytes, at, (out, i) => void (out[i] = (out[i] ?? 0) ^ (1 << bit)))),
  fc.record({ at: spot, to: fc.uint8Array({ minLength: 1, maxLength: 10 }) }).map(({ at, to }): Mutation => (bytes) => edited(bytes, at, (out, i) => out.set(to.subarray(0, out.length - i), i))),
  // The longest varint there is, where a length or a size may stand.
  spot.map((at): Mutation => (bytes) => edited(bytes, at, (out, i) => out.set([0xff, 0xff, 0xff, 0xff, 0x7f].slice(0, out.length - i), i))),
  spot.map((at): Mutation => (bytes) => bytes.slice(0, Math.floor(at * bytes.length))),
  fc.record({ from: spot, to: spot, length: fc.nat(400) }).map(({ from, to, length }): Mutation => (bytes) => {
    const [start, end] = [from, to].map((at) => Math.floor(at * bytes.length))
    return Buffer.concat([bytes.subarray(0, end), bytes.subarray(start, (start ?? 0) + length), bytes.subarray(end)])
  }),
  fc.record({ at: spot, length: fc.nat(400) }).map(({ at, length }): Mutation => (bytes) => {
    const start = Math.floor(at * bytes.length)
    return Buffer.concat([bytes.subarray(0, start), bytes.subarray(start + length)])
  })
)

function edited(bytes: Uint8Array, at: number, edit: (out: Uint8Array, index: number) => void): Uint8Array {
  const out = Uint8Array.from(bytes)
  edit(out, Math.floor(at * out.length))
  return out
}

type GraphChange = (graph: Graph) => Graph

const changedNode = (graph: Graph, at: number, change: (node: Node) => Node): Graph => {
  const chosen = pick(graph.nodes, at)
  return { ...graph, nodes: graph.nodes.map((node) => (node === chosen ? change(node) : node)) }
}

const valueNames = (graph: Graph): string[] => [...graph.inputs.map(({ name }) => name), ...graph.initializers.keys(), ...graph.nodes.flatMap(({ outputs }) => outputs)]

const replacedAt = (list: readonly number[], at: number, value: number): number[] => list.map((entry, i) => (i === Math.floor(at * list.length) ? value : entry))

const changedAttr = (attr: Attr, at: number, value: number): Attr => {
  if (attr.kind === 'int' || attr.kind === 'float') return { ...attr, value }
  if (attr.kind === 'ints' || attr.kind === 'floats') return { ...attr, value: replacedAt(attr.value, at, value) }
  return { kind: 'int', value }
}

const OFTEN_READ = ['axis', 'axes', 'group', 'kernel_shape', 'strides', 'dilations', 'pads', 'perm', 'shape', 'scales', 'sizes', 'steps', 'num_outputs', 'num_groups', 'to', 'ceil_mode', 'auto_pad', '__proto__']

const ofGraph: fc.Arbitrary<GraphChange> = fc.oneof(
  fc.record({ at: spot, op: fc.constantFrom(...OPS) }).map(({ at, op }): GraphChange => (graph) => changedNode(graph, at, (node) => ({ ...node, op }))),
  fc.record({ at: spot, which: spot, entry: spot, value: extreme }).map(({ at, which, entry, value }): GraphChange => (graph) =>
    changedNode(graph, at, (node) => {
      const name = pick(Object.keys(node.attrs), which)
      const attr = node.attrs[name ?? '']
      return attr === undefined || name === undefined ? node : { ...node, attrs: { ...node.attrs, [name]: changedAttr(attr, entry, value) } }
    })
  ),
  fc.record({ at: spot, name: fc.constantFrom(...OFTEN_READ), values: fc.array(extreme, { maxLength: 5 }) }).map(({ at, name, values }): GraphChange => (graph) =>
    changedNode(graph, at, (node) => ({ ...node, attrs: { ...node.attrs, [name]: values.length === 1 ? { kind: 'int', value: values[0] ?? 0 } : { kind: 'ints', value: values } } }))
  ),
  // Shapes, axes and the like that are inputs.
  fc.record({ at: spot, entry: spot, value: extreme }).map(({ at, entry, value }): GraphChange => (graph) => {
    const longs = [...graph.initializers].filter(([, { dtype }]) => dtype === 'int64')
    const [name, tensor] = pick(longs, at) ?? []
    if (name === undefined || tensor === undefined) return graph
    return { ...graph, initializers: new Map(graph.initializers).set(name, { ...tensor, data: Float64Array.from(replacedAt([...tensor.data], entry, value)) }) }
  }),
  fc.record({ at: spot, values: fc.array(extreme, { maxLength: 6 }) }).map(({ at, values }): GraphChange => (graph) => {
    const name = pick([...graph.initializers.keys()], at)
    return name === undefined ? graph : { ...graph, initializers: new Map<string, Tensor>(graph.initializers).set(name, int64s(values)) }
  }),
  // Wires: another input, a circle, an output that is an inner value.
  fc.record({ at: spot, input: spot, value: spot }).map(({ at, input, value }): GraphChange => (graph) =>
    changedNode(graph, at, (node) => ({ ...node, inputs: node.inputs.map((name, i) => (i === Math.floor(input * node.inputs.length) ? (pick(valueNames(graph), value) ?? '') : name)) }))
  ),
  fc.record({ at: spot, name: fc.constantFrom(...NAMES) }).map(({ at, name }): GraphChange => (graph) => changedNode(graph, at, (node) => ({ ...node, outputs: node.outputs.map(() => name) }))),
  fc.record({ at: spot, count: fc.nat(6) }).map(({ at, count }): GraphChange => (graph) => changedNode(graph, at, (node) => ({ ...node, inputs: Array.from({ length: count }, (_, i) => node.inputs[i] ?? '') }))),
  fc.record({ at: spot }).map(({ at }): GraphChange => (graph) => ({ ...graph, outputs: [{ name: pick(valueNames(graph), at) ?? '', dtype: 'float32', dims: null }] })),
  fc.record({ dims: fc.array(fc.oneof(fc.constant(null), fc.constant(3), extreme.filter((value) => value > 0)), { minLength: 4, maxLength: 4 }) }).map(({ dims }): GraphChange => (graph) => ({ ...graph, inputs: graph.inputs.map((info, i) => (i === 0 ? { ...info, dims } : info)) })),
  fc.constantFrom(7, 9, 11, 13, 18, 21, 24, 2 ** 31).map((opset): GraphChange => (graph) => ({ ...graph, opset }))
)

/** Changes the graph where the file can still be read and written; gives the file back as it is where not. */
const throughGraph =
  (change: GraphChange): Mutation =>
  (bytes) => {
    try {
      return encodeSpelled(change(decodeModel(bytes).graph))
    } catch {
      return bytes
    }
  }

const inARow = (one: fc.Arbitrary<Mutation>, most: number): fc.Arbitrary<Mutation> =>
  fc.array(one, { minLength: 1, maxLength: most }).map((list): Mutation => (bytes) => list.reduce((file, mutate) => mutate(file), bytes))

/** Damage to the file: most of it ends in the first lines of the decoder, so a graph that still reads gets its share. */
export const mutations: fc.Arbitrary<Mutation> = fc.oneof({ arbitrary: inARow(ofBytes, 2), weight: 1 }, { arbitrary: inARow(ofGraph.map(throughGraph), 4), weight: 4 })
