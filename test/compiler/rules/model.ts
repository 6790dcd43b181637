import type { Builder, RuleBook } from '../../../src/main/compiler/builder'
import { int } from '../../../src/main/compiler/onnx/attrs'
import { numberOf } from '../../../src/main/compiler/onnx/dtypes'
import { encodeModel, encodeSpelled } from '../../../src/main/compiler/onnx/encode'
import { allocate, type Graph, type Node, type Tensor, type ValueInfo } from '../../../src/main/compiler/onnx/graph'
import { OPSET } from '../../../src/main/compiler/onnx/parameters'
import { Plan } from '../../../src/main/compiler/prepare/specialize'
import type { CaseInput, RuleCase } from '../../../src/main/compiler/ruleCase'
import { randomFrom, valuesOf } from './values'

export interface Feed {
  dims: readonly number[]
  data: Float32Array
}

/** The case as an ONNX file. All run-time inputs and outputs are float32: Cast nodes stand between where the op wants others. */
export interface CaseModel {
  graph: Graph
  bytes: Uint8Array
  feeds: Readonly<Record<string, Feed>>
  /** Inputs to differentiate by. */
  targets: readonly string[]
  /** The op's own node. */
  node: Node
  outputs: readonly string[]
}

export function modelOf(op: string, ruleCase: RuleCase, domain = ''): CaseModel {
  const random = randomFrom(`${op} ${ruleCase.name}`)
  const initializers = new Map<string, Tensor>()
  const feeds: Record<string, Feed> = {}
  const casts: Node[] = []
  const targets: string[] = []
  const inputs = ruleCase.inputs.map((input, i) => {
    if (input === null) return ''
    const name = `x${i}`
    const data = valuesOf(input, random)
    const { dims, dtype = 'float32' } = input
    if (input.constant === true) initializers.set(name, toTensor(input, data))
    else feeds[name] = { dims, data }
    if (input.constant === true || dtype === 'float32') {
      if (input.constant !== true) targets.push(name)
      return name
    }
    casts.push({ op: 'Cast', domain: '', name: `cast ${name}`, inputs: [name], outputs: [`typed ${name}`], attrs: { to: int(numberOf(dtype)) } })
    return `typed ${name}`
  })
  const outputs = Array.from({ length: ruleCase.outputs ?? 1 }, (_, i) => `y${i}`)
  const node: Node = { op, domain, name: ruleCase.name, inputs: inputs.filter((_, i) => ruleCase.captured?.includes(i) !== true), outputs: outputs.map((name) => `own ${name}`), attrs: ruleCase.attrs ?? {} }
  const back = outputs.map((name): Node => ({ op: 'Cast', domain: '', name: `cast ${name}`, inputs: [`own ${name}`], outputs: [name], attrs: { to: int(numberOf('float32')) } }))
  const info = (name: string): ValueInfo => ({ name, dtype: 'float32', dims: feeds[name]?.dims ?? null })
  const graph: Graph = {
    name: `${op}: ${ruleCase.name}`,
    opset: ruleCase.opset ?? OPSET,
    inputs: Object.keys(feeds).map(info),
    outputs: outputs.map(info),
    initializers,
    nodes: [...casts, node, ...back]
  }
  return { graph, bytes: ruleCase.opset === undefined ? encodeModel(graph) : encodeSpelled(graph), feeds, targets, node, outputs }
}

function toTensor({ dims, dtype = 'float32' }: CaseInput, values: Float32Array): Tensor {
  const data = allocate(dtype, values.length)
  data.set(values)
  return { dtype, dims, data }
}

/** Lays a read graph into a builder, as prepare/specialize.ts does for models with one image input. */
export function lay(graph: Graph, dimsOf: (input: string) => readonly number[], b: Builder, rules: RuleBook): (name: string) => string {
  const inputs = new Map(graph.inputs.map(({ name }) => [name, b.input(name, { dtype: 'float32', dims: dimsOf(name) })]))
  const plan = new Plan(graph, graph.outputs.map(({ name }) => name), rules)
  plan.addConstants(b)
  return plan.lay(b, inputs).value
}
