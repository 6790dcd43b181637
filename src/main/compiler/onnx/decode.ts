import { inputError } from '../../../shared/errors'
import { decodeTensor } from './decodeTensor'
import { dtypeOf } from './dtypes'
import { inlineFunctions, type LocalFunction } from './functions'
import type { Attr, DType, Graph, Node, Subgraph, Tensor, ValueInfo } from './graph'
import { malformed, Reader } from './wire'

/** A model as read from its file, before it is checked or specialised to a shape. */
export interface Model {
  graph: Graph
  /** Free text that exporters leave: producer name and version. */
  producer: string
}

interface GraphDraft {
  name: string
  inputs: ValueInfo[]
  outputs: ValueInfo[]
  initializers: Map<string, Tensor>
  nodes: Node[]
}

/**
 * Reads a serialized ModelProto (onnx.proto, IR version 3 and later).
 *
 * @throws VidimusError (input) `model.malformed`, `model.opset`, `model.dtype`, `model.tensor`, `model.external-data`,
 *         `model.function`: each names what was met and what to do.
 */
export function decodeModel(bytes: Uint8Array): Model {
  if (bytes.byteLength === 0) throw inputError('model.empty', 'The model file is empty. Copy or export it again.')
  let draft: GraphDraft | undefined
  const opsets = new Map<string, number>()
  const producer: string[] = []
  const functions: LocalFunction[] = []
  new Reader(bytes).fields({
    2: (r) => void producer.push(r.string()),
    3: (r) => void producer.push(r.string()),
    7: (r) => void (draft = decodeGraph(r)),
    8: (r) => decodeOpset(r, opsets),
    25: (r) => void functions.push(decodeFunction(r))
  })
  if (draft === undefined) throw malformed('it holds no graph')
  const opset = opsets.get('')
  if (opset === undefined) throw malformed('it names no version of the ONNX operators (opset)')
  if (opset < 7) throw inputError('model.opset', `The model uses ONNX opset ${opset}; Vidimus reads opset 7 and later. Export it again, or convert it with onnx.version_converter.`)
  return { graph: { ...draft, opset, nodes: inlineFunctions(draft.nodes, functions, opset) }, producer: producer.join(' ').trim() }
}

function decodeOpset(reader: Reader, opsets: Map<string, number>): void {
  let domain = ''
  let version = 0
  reader.message({ 1: (r) => void (domain = r.string()), 2: (r) => void (version = r.int()) })
  opsets.set(standardDomain(domain), version)
}

const standardDomain = (domain: string): string => (domain === 'ai.onnx' ? '' : domain)

function decodeGraph(reader: Reader): GraphDraft {
  const draft: GraphDraft = { name: '', inputs: [], outputs: [], initializers: new Map(), nodes: [] }
  reader.message({
    1: (r) => void draft.nodes.push(decodeNode(r)),
    2: (r) => void (draft.name = r.string()),
    5: (r) => addInitializer(r, draft.initializers),
    11: (r) => void draft.inputs.push(decodeValueInfo(r)),
    12: (r) => void draft.outputs.push(decodeValueInfo(r)),
    15: () => {
      throw inputError('model.sparse', 'The model holds sparse weights, which Vidimus does not read. Export it with dense weights.')
    }
  })
  // Before IR version 4 every initializer was listed among the inputs too.
  return { ...draft, inputs: draft.inputs.filter(({ name }) => !draft.initializers.has(name)) }
}

function addInitializer(reader: Reader, into: Map<string, Tensor>): void {
  const { name, tensor } = decodeTensor(reader)
  into.set(name, tensor)
}

function decodeNode(reader: Reader): Node {
  const inputs: string[] = []
  const outputs: string[] = []
  const attrs = Object.create(null) as Record<string, Attr> // no prototype: names come from the file
  let name = ''
  let op = ''
  let domain = ''
  reader.message({
    1: (r) => void inputs.push(r.string()),
    2: (r) => void outputs.push(r.string()),
    3: (r) => void (name = r.string()),
    4: (r) => void (op = r.string()),
    5: (r) => addAttribute(r, attrs),
    7: (r) => void (domain = standardDomain(r.string()))
  })
  return { op, domain, name, inputs, outputs, attrs }
}

/** The fields of an AttributeProto as they come. */
interface Found {
  f?: number
  i?: number
  s?: string
  t?: Tensor
  g?: Subgraph
  floats: number[]
  ints: number[]
  strings: string[]
  reference?: string
  opaque?: string
}

function decodeSubgraph(reader: Reader): Subgraph {
  const { nodes, initializers, outputs } = decodeGraph(reader)
  return { nodes, initializers, outputs: outputs.map(({ name }) => name) }
}

function decodeFunction(reader: Reader): LocalFunction {
  const found: LocalFunction = { name: '', domain: '', overload: '', inputs: [], outputs: [], defaults: Object.create(null) as Record<string, Attr>, nodes: [], opset: undefined }
  const opsets = new Map<string, number>()
  reader.message({
    1: (r) => void (found.name = r.string()),
    4: (r) => void found.inputs.push(r.string()),
    5: (r) => void found.outputs.push(r.string()),
    7: (r) => void found.nodes.push(decodeNode(r)),
    9: (r) => decodeOpset(r, opsets),
    10: (r) => void (found.domain = standardDomain(r.string())),
    11: (r) => addAttribute(r, found.defaults),
    13: (r) => void (found.overload = r.string())
  })
  return { ...found, opset: opsets.get('') }
}

function addAttribute(reader: Reader, into: Record<string, Attr>): void {
  let name = ''
  let type = 0
  const found: Found = { floats: [], ints: [], strings: [] }
  const skip = (kind: string) => (r: Reader) => void (r.bytes(), (found.opaque = kind))
  reader.message({
    1: (r) => void (name = r.string()),
    2: (r) => void (found.f = r.float()),
    3: (r) => void (found.i = r.int()),
    4: (r) => void (found.s = r.string()),
    5: (r) => void (found.t = decodeTensor(r).tensor),
    6: (r) => void (found.g = decodeSubgraph(r)),
    7: (r) => r.floats(found.floats),
    8: (r) => r.ints(found.ints),
    9: (r) => void found.strings.push(r.string()),
    10: skip('tensors'),
    11: skip('graphs'),
    14: skip('type'),
    20: (r) => void (type = r.int()),
    21: (r) => void (found.reference = r.string()),
    22: skip('sparse tensor')
  })
  // Old exporters leave the type out; then the field that is there tells.
  const kind = type || (found.f !== undefined ? 1 : found.i !== undefined ? 2 : found.s !== undefined ? 3 : found.t ? 4 : found.floats.length ? 6 : found.strings.length ? 8 : found.g ? 5 : found.opaque ? 12 : 7)
  into[name] = found.reference ? { kind: 'reference', value: found.reference } : toAttr(kind, found)
}

function toAttr(kind: number, found: Found): Attr {
  switch (kind) {
    case 1:
      return { kind: 'float', value: found.f ?? 0 }
    case 2:
      return { kind: 'int', value: found.i ?? 0 }
    case 3:
      return { kind: 'string', value: found.s ?? '' }
    case 4:
      if (found.t) return { kind: 'tensor', value: found.t }
      return { kind: 'opaque', value: 'missing tensor' }
    case 5:
      return found.g ? { kind: 'graph', value: found.g } : { kind: 'opaque', value: 'missing graph' }
    case 6:
      return { kind: 'floats', value: found.floats }
    case 7:
      return { kind: 'ints', value: found.ints }
    case 8:
      return { kind: 'strings', value: found.strings }
    default:
      return { kind: 'opaque', value: found.opaque ?? `attribute type ${kind}` }
  }
}

function decodeValueInfo(reader: Reader): ValueInfo {
  let name = ''
  let dtype: DType = 'float32'
  let dims: (number | null)[] | null = null
  const shape = (r: Reader): void => {
    const into: (number | null)[] = []
    dims = into
    r.message({ 1: (d) => into.push(decodeDim(d)) })
  }
  const tensorType = (r: Reader): void => r.message({ 1: (t) => void (dtype = dtypeOf(t.int(), `"${name}"`)), 2: shape })
  reader.message({ 1: (r) => void (name = r.string()), 2: (r) => r.message({ 1: tensorType }) })
  return { name, dtype, dims }
}

function decodeDim(reader: Reader): number | null {
  let dim: number | null = null
  reader.message({ 1: (r) => void (dim = r.int()) })
  return dim !== null && dim > 0 ? dim : null
}
