import { inputError } from '../../../shared/errors'
import { guarded } from '../guard'
import { Builder, type RuleBook, type Style } from '../builder'
import { intsAttr } from '../onnx/attrs'
import type { Graph, Node, Subgraph } from '../onnx/graph'
import { inlined } from '../onnx/inline'
import { BatchStretcher } from './batch'
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
  /** The target of every Reshape, by the name of its output in the file. */
  targets: ReadonlyMap<string, readonly number[]>
  /** The file's nodes that were laid out, those of branches taken included. */
  laid: readonly Node[]
}

/** The part of a graph that `outputs` need, checked and in order. */
export class Plan {
  readonly nodes: readonly Node[]

  /** @throws VidimusError (input): missing values, circles, ops without a rule (all at once) */
  constructor(
    private readonly graph: Graph,
    readonly outputs: readonly string[],
    private readonly rules: RuleBook
  ) {
    this.nodes = orderedNodes(graph, outputs)
    refuseMissingOps(this.nodes, rules)
  }

  builder(style?: Style): Builder {
    const b = new Builder(this.rules, style)
    this.addConstants(b)
    return b
  }

  addConstants(b: Builder): void {
    for (const [name, value] of this.graph.initializers) b.weight(value, OWN + name)
  }

  /** Lays the nodes into `b`; `inputs` maps inputs of the file to builder values. `copy` tells several layouts in one builder apart. */
  lay(b: Builder, inputs: ReadonlyMap<string, string>, copy = '', declared?: Specialized): Omit<Specialized, 'b'> {
    const names = new Map<string, string>([['', ''], ...[...this.graph.initializers.keys()].map((name) => [name, OWN + name] as const), ...inputs])
    const layer = new Layer({ opset: this.graph.opset, b, names, rules: this.rules, copy, declared })
    for (const node of this.nodes) layer.add(node)
    return { value: (name) => resolve(names, name), targets: layer.targets, laid: layer.laid }
  }
}

/**
 * Lays a plan into a new builder, for an image input of exactly the shape `image.dims`. Where `declared` is given (the same at
 * the batch size it was exported for), baked batch sizes are stretched.
 *
 * @throws VidimusError (input) naming the node: impossible shapes, parameters known only at run time.
 */
export function specialize(plan: Plan, image: { name: string; dims: readonly number[] }, style?: Style, declared?: Specialized): Specialized {
  const b = plan.builder(style)
  return { b, ...plan.lay(b, new Map([[image.name, b.input(IMAGES, { dtype: 'float32', dims: image.dims })]]), '', declared) }
}

function resolve(names: ReadonlyMap<string, string>, name: string): string {
  const found = names.get(name)
  if (found === undefined) throw inputError('model.extra-input', `The model needs the input "${name}" besides the image, which Vidimus can't supply. Export it with the image as its only input.`)
  return found
}

interface LayerOptions {
  opset: number
  b: Builder
  /** Names in the file -> names in the builder. */
  names: Map<string, string>
  rules: RuleBook
  /** Tells several layouts in one builder apart. */
  copy: string
  declared: Specialized | undefined
}

class Layer {
  readonly targets = new Map<string, readonly number[]>()
  readonly laid: Node[] = []
  private readonly stretcher: BatchStretcher | undefined

  constructor(private readonly options: LayerOptions) {
    const { b, names, declared } = options
    if (declared === undefined) return
    this.stretcher = new BatchStretcher({
      declared: (name) => (name === '' ? undefined : declared.b.dims(declared.value(name))),
      wanted: (name) => (name === '' || !names.has(name) ? undefined : b.dims(names.get(name) ?? '')),
      declaredTarget: (output) => declared.targets.get(output)
    })
  }

  add(raw: Node): void {
    guarded(raw, () => this.addChecked(raw))
  }

  private addChecked(raw: Node): void {
    const { b, names, opset, copy } = this.options
    const read: Node = { ...raw, name: raw.name && copy + raw.name, inputs: raw.inputs.map((name) => resolve(names, name)), outputs: raw.outputs.map((name) => (name === '' ? '' : OWN + copy + name)) }
    const baked = canonical(read, opset, (name) => b.constantOf(name))
    if (raw.op === 'Reshape') this.targets.set(raw.outputs[0] ?? '', intsAttr(baked, 'shape') ?? [])
    const outputs = this.lay(this.stretcher?.stretch(raw, baked, b) ?? baked, raw)
    raw.outputs.forEach((name, i) => names.set(name, outputs[i] ?? ''))
    this.stretcher?.follow(raw)
    this.laid.push(raw)
  }

  private lay(node: Node, raw: Node): readonly string[] {
    const { b, rules, opset } = this.options
    const rule = rules(node.op, node.domain)
    if (rule?.lower !== undefined) return rule.lower({ node, b, opset, inline: (graph) => this.inline(graph, raw) })
    return b.emit(node.op, node.inputs, node.attrs, { outputs: node.outputs, domain: node.domain, name: node.name })
  }

  /** Lays a subgraph in the place of `caller`, a node as the file names its values. */
  private inline(graph: Subgraph, caller: Node): readonly string[] {
    const { b, names, copy } = this.options
    const scope = `${caller.outputs[0] ?? ''}//`
    for (const [name, value] of graph.initializers) names.set(scope + name, b.constant(value, OWN + copy + scope + name))
    const given = new Map([...graph.initializers.keys()].map((name) => [name, scope + name]))
    for (const node of inlined(graph, caller, given)) this.add(node)
    return caller.outputs.map((name) => resolve(names, name))
  }
}
