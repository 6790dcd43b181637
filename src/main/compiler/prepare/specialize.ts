import { inputError, VidimusError } from '../../../shared/errors'
import { Builder, type RuleBook, type Style } from '../builder'
import { needInts } from '../onnx/attrs'
import { describe, sameDims, type Graph, type Node } from '../onnx/graph'
import { stretchConcat, stretchReshape, type BatchView } from './batch'
import { refuseMissingOps } from './coverage'
import { orderedNodes } from './order'
import { canonical } from './parameters'

/** What the image input is called in every compiled graph. */
export const IMAGES = 'images'

/** A model's own value names get this prefix, so that they can't collide with what the compiler adds. */
const OWN = 'model/'

/** A model laid into a builder: every shape known, every parameter an attribute, composite ops lowered. */
export interface Specialized {
  b: Builder
  /** Builder name of a value of the model. */
  value: (modelName: string) => string
}

/**
 * Lays the part of `graph` that `outputs` need into a new builder, for an image input of exactly the shape `image.dims`.
 * Where `options.declared` is given (the same graph at the batch size it was exported for), baked batch sizes are stretched.
 *
 * @throws VidimusError (input) naming the node: no rule, impossible shapes, parameters known only at run time.
 */
export function specialize(graph: Graph, outputs: readonly string[], image: { name: string; dims: readonly number[] }, rules: RuleBook, options: { declared?: Specialized; style?: Style } = {}): Specialized {
  const nodes = orderedNodes(graph, outputs)
  refuseMissingOps(nodes, rules)
  const b = new Builder(rules, options.style)
  const names = new Map<string, string>([['', '']])
  names.set(image.name, b.input(IMAGES, { dtype: 'float32', dims: image.dims }))
  for (const [name, value] of graph.initializers) names.set(name, b.constant(value, OWN + name))
  const layer = new Layer(graph.opset, b, names, rules, options.declared)
  for (const node of nodes) layer.add(node)
  return { b, value: (name) => resolve(names, name) }
}

function resolve(names: ReadonlyMap<string, string>, name: string): string {
  const found = names.get(name)
  if (found === undefined) throw inputError('model.extra-input', `The model needs the input "${name}" besides the image, which Vidimus can't supply. Export it with the image as its only input.`)
  return found
}

class Layer {
  private readonly view: BatchView

  constructor(
    private readonly opset: number,
    private readonly b: Builder,
    private readonly names: Map<string, string>,
    private readonly rules: RuleBook,
    private readonly declared: Specialized | undefined
  ) {
    this.view = { declared: (name) => (declared?.b.has(name) === true ? declared.b.dims(name) : undefined) }
  }

  add(raw: Node): void {
    const read: Node = { ...raw, inputs: raw.inputs.map((name) => resolve(this.names, name)), outputs: raw.outputs.map((name) => (name === '' ? '' : OWN + name)) }
    try {
      const node = this.stretch(canonical(read, this.opset, (name) => this.b.constantOf(name)))
      const outputs = this.lay(node)
      raw.outputs.forEach((name, i) => this.names.set(name, outputs[i] ?? ''))
    } catch (error) {
      throw error instanceof VidimusError ? error : inputError('model.node', `${describe(raw)} can't be read: ${error instanceof Error ? error.message : String(error)}.`, { cause: error })
    }
  }

  private lay(node: Node): readonly string[] {
    const rule = this.rules(node.op, node.domain)
    if (rule?.lower !== undefined) return rule.lower({ node, b: this.b, opset: this.opset })
    return this.b.emit(node.op, node.inputs, node.attrs, { outputs: node.outputs, domain: node.domain, name: node.name })
  }

  /** Frees a Reshape or Concat of the batch size it was exported with. */
  private stretch(node: Node): Node {
    if (this.declared === undefined) return node
    if (node.op === 'Concat') return stretchConcat(node, this.b, this.view)
    const [input = ''] = node.inputs
    const declaredIn = this.view.declared(input)
    const declaredOut = this.view.declared(node.outputs[0] ?? '')
    if (node.op !== 'Reshape' || declaredIn === undefined || declaredOut === undefined) return node
    const target = needInts(node, 'shape')
    // A target that differs between the two batch sizes was computed from the shape: it is right already.
    if (!this.isBaked(node, target)) return node
    const dims = stretchReshape(declaredIn, declaredOut, this.b.dims(input))
    return { ...node, attrs: { ...node.attrs, shape: { kind: 'ints', value: dims } } }
  }

  private isBaked(node: Node, target: readonly number[]): boolean {
    const before = this.declared?.b.nodes.find((other) => other.outputs[0] === node.outputs[0])
    const earlier = before?.attrs.shape
    return earlier?.kind === 'ints' && sameDims(earlier.value, target)
  }
}
