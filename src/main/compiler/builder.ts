import { inputError } from '../../shared/errors'
import { describe, sameDims, scalar, sizeOf, tensor, type Attrs, type DType, type Node, type Tensor, type TensorType } from './onnx/graph'
import { int, ints } from './onnx/attrs'
import { numberOf } from './onnx/dtypes'
import type { OpRule, TypeCall } from './rule'

/**
 * How elementwise factors are spelled. `plain`: the obvious ops. `blocked`: only ops that ONNX Runtime runs in its
 * blocked channel layout (NCHWc, x64 CPUs), because one foreign op between two Convs costs two layout changes.
 */
export type Style = 'plain' | 'blocked'

export type RuleBook = (op: string, domain: string) => OpRule | undefined

/**
 * Grows a graph node by node. Every emitted node is typed at once; a node whose inputs are all constants is
 * evaluated instead, and a node that is already there is reused, so rules may ask for the same factor twice.
 */
export class Builder {
  readonly nodes: Node[] = []
  private readonly types = new Map<string, TensorType>()
  private readonly constants = new Map<string, Tensor>()
  private readonly known = new Map<string, readonly string[]>()
  private counter = 0
  /** Elements of all constants, and of the model's own. */
  private elements = 0
  private weights = 0

  constructor(
    private readonly rules: RuleBook,
    readonly style: Style = 'plain'
  ) {}

  /** Declares a graph input. */
  input(name: string, type: TensorType): string {
    this.types.set(name, type)
    return name
  }

  /** A weight of the model; what is made of weights while compiling may be a few times their size. */
  weight(value: Tensor, name: string): string {
    this.weights += value.data.length
    return this.constant(value, name)
  }

  constant(value: Tensor, name?: string): string {
    const key = value.data.length <= LARGEST_SHARED ? `${value.dtype}[${value.dims.join()}]${Array.from(value.data).join()}` : undefined
    const before = key === undefined || name !== undefined ? undefined : this.known.get(key)?.[0]
    if (before !== undefined) return before
    if (value.dims.length > MOST_AXES) throw inputError('model.shape', `The model holds a constant of ${value.dims.length} axes. The file is not valid ONNX.`)
    const fresh = name ?? this.fresh('constant')
    this.types.set(fresh, { dtype: value.dtype, dims: value.dims })
    this.constants.set(fresh, value)
    this.elements += value.data.length
    if (key !== undefined && name === undefined) this.known.set(key, [fresh])
    return fresh
  }

  scalar(value: number, dtype: DType = 'float32'): string {
    return this.constant(scalar(value, dtype))
  }

  vector(values: readonly number[], dims: readonly number[] = [values.length]): string {
    return this.constant(tensor('float32', dims, values))
  }

  has(name: string): boolean {
    return this.types.has(name)
  }

  type(name: string): TensorType {
    const type = this.types.get(name)
    if (type === undefined) throw new Error(`the compiler has no value "${name}"`)
    return type
  }

  dims(name: string): readonly number[] {
    return this.type(name).dims
  }

  constantOf(name: string): Tensor | undefined {
    return this.constants.get(name)
  }

  /** All constants that some node of `nodes` or one of `kept` uses. */
  usedConstants(nodes: readonly Node[], kept: readonly string[]): Map<string, Tensor> {
    const used = new Map<string, Tensor>()
    for (const name of [...nodes.flatMap((node) => node.inputs), ...kept]) {
      const value = this.constants.get(name)
      if (value !== undefined) used.set(name, value)
    }
    return used
  }

  /** Adds one node in canonical form and returns the names of its outputs. `outputs` fixes names (a model's own). */
  emit(op: string, inputs: readonly string[], attrs: Attrs = {}, options: { outputs?: readonly string[]; count?: number; domain?: string; name?: string } = {}): readonly string[] {
    const domain = options.domain ?? ''
    const count = options.outputs?.length ?? options.count ?? 1
    const key = `${domain}:${op}(${inputs.join()})${JSON.stringify(attrs)}>${count}`
    const before = options.outputs === undefined ? this.known.get(key) : undefined
    if (before !== undefined) return before

    const rule = this.rules(op, domain)
    const outputs = options.outputs ?? Array.from({ length: count }, () => this.fresh(op))
    const node: Node = { op, domain, name: options.name ?? outputs[0] ?? op, inputs, outputs, attrs }
    if (rule?.types === undefined) throw inputError('model.no-rule', `${describe(node)}: Vidimus has no rule for the op ${op}.`)
    this.foldOrAppend(node, rule)
    if (options.outputs === undefined) this.known.set(key, outputs)
    return outputs
  }

  /** Emits a node with one output. */
  op(op: string, inputs: readonly string[], attrs: Attrs = {}): string {
    const [output] = this.emit(op, inputs, attrs)
    if (output === undefined) throw new Error(`${op} has no output`)
    return output
  }

  /** Takes nodes out again; others now make their values. */
  drop(replaced: ReadonlySet<Node>): void {
    const kept = this.nodes.filter((node) => !replaced.has(node))
    this.nodes.splice(0, this.nodes.length, ...kept)
  }

  private foldOrAppend(node: Node, rule: OpRule): void {
    const values = node.inputs.map((name) => (name === '' ? null : this.constants.get(name)))
    const typed = this.inferTypes(node, rule)
    if (rule.fold !== undefined && this.affords(typed) && values.every((value) => value !== undefined)) {
      const folded = rule.fold(node, values.filter((value) => value !== null))
      folded.forEach((value, i) => this.constant(value, node.outputs[i]))
      return
    }
    this.nodes.push(node)
    if (this.nodes.length > MOST_NODES) throw inputError('model.too-large', `The model takes more than ${MOST_NODES} operations to explain, the last being ${describe(node)}. Explain fewer images at once, or use a smaller model.`)
    node.outputs.forEach((name, i) => {
      const type = typed[i]
      if (name === '') return
      if (type === undefined) throw inputError('model.outputs', `${describe(node)} has more outputs than its op gives.`)
      this.types.set(name, type)
    })
  }

  /** Whether values of these types may be made while compiling; beyond, they stay nodes. */
  private affords(types: readonly TensorType[]): boolean {
    const size = types.reduce((total, { dims }) => total + sizeOf(dims), 0)
    return size <= LARGEST_FOLDED && this.elements + size <= FOLDED_AT_LEAST + FOLDED_PER_WEIGHT * this.weights
  }

  private inferTypes(node: Node, rule: OpRule): readonly TensorType[] {
    const inputs = node.inputs.map((name) => (name === '' ? null : this.type(name)))
    const call: TypeCall = {
      node,
      inputs,
      input: (i) => inputs[i] ?? missingInput(node, i),
      constant: (i) => this.constants.get(node.inputs[i] ?? '')
    }
    const types = rule.types?.(call) ?? []
    for (const type of types) checkSize(node, type)
    return types
  }

  private fresh(hint: string): string {
    return `vidimus/${hint}_${this.counter++}`
  }

  // The vocabulary of the rules. Each is one ONNX op, with the identities that cost nothing to see.

  add(a: string, b: string): string {
    return this.op('Add', [a, b])
  }
  sub(a: string, b: string): string {
    return this.op('Sub', [a, b])
  }
  mul(a: string, b: string): string {
    if (this.isAll(b, 1) && this.broadcastsTo(b, a)) return a
    if (this.isAll(a, 1) && this.broadcastsTo(a, b)) return b
    return this.op('Mul', [a, b])
  }
  div(a: string, b: string): string {
    return this.op('Div', [a, b])
  }
  neg(x: string): string {
    return this.op('Neg', [x])
  }
  scale(x: string, factor: number): string {
    return this.mul(x, this.scalar(factor))
  }
  matmul(a: string, b: string): string {
    return this.op('MatMul', [a, b])
  }
  where(condition: string, a: string, b: string): string {
    return this.op('Where', [condition, a, b])
  }
  /** 1 where the boolean is true, else 0, as float32. */
  indicator(condition: string): string {
    return this.cast(condition, 'float32')
  }
  cast(x: string, dtype: DType): string {
    return this.type(x).dtype === dtype ? x : this.op('Cast', [x], { to: int(numberOf(dtype)) })
  }
  reshape(x: string, dims: readonly number[]): string {
    return sameDims(this.dims(x), dims) ? x : this.op('Reshape', [x], { shape: ints(dims) })
  }
  transpose(x: string, perm: readonly number[]): string {
    return perm.every((axis, i) => axis === i) ? x : this.op('Transpose', [x], { perm: ints(perm) })
  }
  expand(x: string, dims: readonly number[]): string {
    return sameDims(this.dims(x), dims) ? x : this.op('Expand', [x], { shape: ints(dims) })
  }
  /** `pads` = begin of every axis, then end of every axis; negative pads crop. */
  pad(x: string, pads: readonly number[]): string {
    return pads.every((pad) => pad === 0) ? x : this.op('Pad', [x], { mode: { kind: 'string', value: 'constant' }, pads: ints(pads) })
  }
  slice(x: string, axis: number, start: number, end: number, step = 1): string {
    if (start === 0 && end === this.dims(x)[axis] && step === 1) return x
    return this.op('Slice', [x], { starts: ints([start]), ends: ints([end]), axes: ints([axis]), steps: ints([step]) })
  }
  concat(parts: readonly string[], axis: number): string {
    const [only] = parts
    return parts.length === 1 && only !== undefined ? only : this.op('Concat', parts, { axis: int(axis) })
  }
  reduceSum(x: string, axes: readonly number[], keepdims = true): string {
    return axes.length === 0 ? x : this.op('ReduceSum', [x], { axes: ints(axes), keepdims: int(keepdims ? 1 : 0) })
  }
  zeros(dims: readonly number[]): string {
    return this.constant(tensor('float32', dims, new Float32Array(sizeOf(dims))))
  }
  sum(terms: readonly string[]): string {
    const [first, ...rest] = terms
    if (first === undefined) throw new Error('a sum of nothing')
    return rest.reduce((total, term) => this.add(total, term), first)
  }

  /** Sums a cotangent over the axes that broadcasting stretched, so that it has the shape `dims` again. */
  unbroadcast(g: string, dims: readonly number[]): string {
    const from = this.dims(g)
    const lead = from.length - dims.length
    const stretched = from.flatMap((dim, axis) => (axis < lead || (dims[axis - lead] === 1 && dim !== 1) ? [axis] : []))
    return this.reshape(this.reduceSum(g, stretched), dims)
  }

  private isAll(name: string, value: number): boolean {
    const constant = this.constants.get(name)
    return constant !== undefined && constant.data.length <= 4096 && constant.data.every((entry) => entry === value)
  }

  private broadcastsTo(small: string, large: string): boolean {
    const a = this.dims(small)
    const b = this.dims(large)
    return a.length <= b.length && a.every((dim, i) => dim === 1 || dim === b[b.length - a.length + i])
  }
}

function missingInput(node: Node, index: number): never {
  throw inputError('model.missing-input', `${describe(node)} lacks its input ${index}. The model file is not valid ONNX.`)
}

/** One GiB a tensor: far more than any face model makes of one batch, and a sign of a hostile file. */
const LARGEST = 2 ** 28
const MOST_AXES = 64
/** Constants up to this many elements are compared by content, so that equal per-channel factors are one value. */
const LARGEST_SHARED = 4096

/** Constants beyond this (256 MiB) stay as nodes, and so do all once they add up: no file, however hostile, fills the memory. */
const LARGEST_FOLDED = 2 ** 26
const FOLDED_AT_LEAST = 2 ** 24
/** Turned kernels and the like are a few copies of every weight. */
const FOLDED_PER_WEIGHT = 8
/** Some hundred times what the largest published nets need for a pair. */
const MOST_NODES = 500_000

function checkSize(node: Node, type: TensorType): void {
  if (type.dims.length > MOST_AXES) throw inputError('model.shape', `${describe(node)} would make a tensor of ${type.dims.length} axes. The model file is not valid ONNX.`)
  if (type.dims.some((dim) => !Number.isInteger(dim) || dim < 0)) throw inputError('model.shape', `${describe(node)} would have the impossible output shape [${type.dims.join(', ')}]. Its parameters do not fit its input.`)
  if (sizeOf(type.dims) > LARGEST) throw inputError('model.shape', `${describe(node)} would make a tensor of shape [${type.dims.join(', ')}], which is too large to run.`)
}
