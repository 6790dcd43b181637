import { float, int, ints } from '../../../src/main/compiler/onnx/attrs'
import { encodeSpelled } from '../../../src/main/compiler/onnx/encode'
import { int64s, sizeOf, tensor, type Attrs, type Graph, type Node, type Tensor, type ValueInfo } from '../../../src/main/compiler/onnx/graph'
import { randomFrom, type Random } from '../rules/values'

type Dims = readonly number[]

/** How an exporter writes: what differs between them besides the layers. */
export interface Spelling {
  opset: number
  /** null: a dynamic batch. */
  batch: number | null
  /** Constants as nodes rather than initializers. */
  constantNodes?: boolean
  /** Initializers listed among the inputs too, as before IR version 4. */
  listed?: boolean
}

/**
 * Writes a small net, layer by layer, as a real ONNX file in the spelling of an opset: parameters are attributes or inputs as that
 * opset has them. Independent of the compiler's own table of spellings; ONNX Runtime, which loads every file, is the judge.
 */
export class Net {
  readonly nodes: Node[] = []
  readonly initializers = new Map<string, Tensor>()
  private readonly outputs: string[] = []
  private readonly random: Random
  private count = 0

  constructor(
    readonly name: string,
    readonly spelling: Spelling,
    /** Without the batch. */
    readonly image: Dims = [3, 32, 32]
  ) {
    this.random = randomFrom(name)
  }

  get opset(): number {
    return this.spelling.opset
  }

  readonly input = 'data'

  op(op: string, inputs: readonly string[], attrs: Attrs = {}, outputs = 1): string {
    return this.ops(op, inputs, attrs, outputs)[0] ?? ''
  }

  ops(op: string, inputs: readonly string[], attrs: Attrs = {}, outputs = 1): string[] {
    const id = this.count++
    const names = Array.from({ length: outputs }, (_, i) => `/${op}_${id}_output_${i}`)
    this.nodes.push({ op, domain: '', name: `/${op}_${id}`, inputs, outputs: names, attrs })
    return names
  }

  constant(value: Tensor): string {
    if (this.spelling.constantNodes) return this.op('Constant', [], { value: { kind: 'tensor', value } })
    const name = `onnx::const_${this.count++}`
    this.initializers.set(name, value)
    return name
  }

  scalar(value: number, dims: Dims = []): string {
    return this.constant(tensor('float32', dims, [value]))
  }

  longs(...values: number[]): string {
    return this.constant(int64s(values))
  }

  /** Random weights in `from`..`to`; without bounds, such that values keep their size through a layer of `fanIn` inputs. */
  weight(dims: Dims, bounds?: readonly [number, number], fanIn = sizeOf(dims.slice(1))): string {
    const [from, to] = bounds ?? [-Math.sqrt(3 / fanIn), Math.sqrt(3 / fanIn)]
    const name = `weight_${this.count++}`
    this.initializers.set(name, tensor('float32', dims, Array.from({ length: sizeOf(dims) }, () => from + this.random() * (to - from))))
    return name
  }

  /** A parameter of ints that became an input at opset `since`. */
  param(op: string, x: string, name: string, values: Dims, since: number, attrs: Attrs = {}): string {
    return this.opset < since ? this.op(op, [x], { ...attrs, [name]: ints(values) }) : this.op(op, [x, this.longs(...values)], attrs)
  }

  conv(x: string, from: number, to: number, kernel: number | Dims, { stride = 1, pad = 0, group = 1, bias = false }: { stride?: number; pad?: number | Dims; group?: number; bias?: boolean } = {}): string {
    const size = typeof kernel === 'number' ? [kernel, kernel] : kernel
    const pads = typeof pad === 'number' ? [pad, pad] : pad
    const inputs = [x, this.weight([to, from / group, ...size]), ...(bias ? [this.weight([to], [-0.2, 0.2])] : [])]
    return this.op('Conv', inputs, { dilations: ints([1, 1]), group: int(group), kernel_shape: ints(size), pads: ints([...pads, ...pads]), strides: ints([stride, stride]) })
  }

  norm(x: string, channels: number, epsilon = 1e-5): string {
    const channel = (from: number, to: number): string => this.weight([channels], [from, to])
    return this.op('BatchNormalization', [x, channel(0.7, 1.3), channel(-0.2, 0.2), channel(-0.2, 0.2), channel(0.5, 1.5)], { epsilon: float(epsilon), momentum: float(0.9) })
  }

  /** `dims` of the slope: torch writes [C, 1, 1], MXNet and Caffe [C] or [1]. */
  prelu(x: string, channels: number, dims: Dims = [channels, 1, 1]): string {
    return this.op('PRelu', [x, this.weight(dims, [0.1, 0.4])])
  }

  linear(x: string, from: number, to: number): string {
    return this.op('Gemm', [x, this.weight([to, from]), this.weight([to], [-0.2, 0.2])], { alpha: float(1), beta: float(1), transB: int(1) })
  }

  /** A dense layer on the last axis of a tensor of any rank. */
  dense(x: string, from: number, to: number): string {
    return this.op('Add', [this.op('MatMul', [x, this.weight([from, to], undefined, from)]), this.weight([to], [-0.2, 0.2])])
  }

  flatten(x: string): string {
    return this.op('Flatten', [x], { axis: int(1) })
  }

  reshape(x: string, ...dims: number[]): string {
    return this.op('Reshape', [x, this.longs(...dims)])
  }

  transpose(x: string, ...perm: number[]): string {
    return this.op('Transpose', [x], { perm: ints(perm) })
  }

  clip(x: string, low: number, high: number): string {
    return this.opset < 11 ? this.op('Clip', [x], { min: float(low), max: float(high) }) : this.op('Clip', [x, this.scalar(low), this.scalar(high)])
  }

  mean(x: string, axes: Dims, keep = true): string {
    return this.param('ReduceMean', x, 'axes', axes, 18, { keepdims: int(keep ? 1 : 0) })
  }

  sum(x: string, axes: Dims, keep = true): string {
    return this.param('ReduceSum', x, 'axes', axes, 13, { keepdims: int(keep ? 1 : 0) })
  }

  norm2(x: string, axes: Dims, keep = true): string {
    return this.param('ReduceL2', x, 'axes', axes, 18, { keepdims: int(keep ? 1 : 0) })
  }

  slice(x: string, axis: number, from: number, to: number): string {
    if (this.opset < 10) return this.op('Slice', [x], { axes: ints([axis]), starts: ints([from]), ends: ints([to]) })
    return this.op('Slice', [x, this.longs(from), this.longs(to), this.longs(axis)])
  }

  split(x: string, axis: number, sizes: Dims): string[] {
    if (this.opset < 13) return this.ops('Split', [x], { axis: int(axis), split: ints(sizes) }, sizes.length)
    return this.ops('Split', [x, this.longs(...sizes)], { axis: int(axis) }, sizes.length)
  }

  /** The batch size as torch computes it for a dynamic batch: Shape, Gather, Unsqueeze. */
  batchOf(x: string): string {
    const size = this.op('Gather', [this.op('Shape', [x]), this.constant({ dtype: 'int64', dims: [], data: Float64Array.of(0) })], { axis: int(0) })
    return this.param('Unsqueeze', size, 'axes', [0], 13)
  }

  /** Reshape to [batch, ...dims]: arithmetic on the shape for a dynamic batch, a constant for a fixed one. */
  perImage(x: string, from: string, ...dims: number[]): string {
    const { batch } = this.spelling
    if (batch !== null) return this.reshape(x, batch, ...dims)
    return this.op('Reshape', [x, this.op('Concat', [this.batchOf(from), this.longs(...dims)], { axis: int(0) })])
  }

  /** x / max(|x|, 1e-12), as torch's F.normalize. */
  normalized(x: string, axis = 1): string {
    const norm = this.norm2(x, [axis])
    const dims = this.op('Shape', [x])
    return this.op('Div', [x, this.op('Expand', [this.clip(norm, 1e-12, 3.4e38), dims])])
  }

  /** Layer normalisation of the last axis: one op since opset 17, its parts before. */
  layerNorm(x: string, size: number): string {
    const [scale, bias] = [this.weight([size], [0.7, 1.3]), this.weight([size], [-0.2, 0.2])]
    if (this.opset >= 17) return this.op('LayerNormalization', [x, scale, bias], { axis: int(-1), epsilon: float(1e-5) })
    const centred = this.op('Sub', [x, this.mean(x, [-1])])
    const spread = this.op('Sqrt', [this.op('Add', [this.mean(this.op('Pow', [centred, this.scalar(2)]), [-1]), this.scalar(1e-5)])])
    return this.op('Add', [this.op('Mul', [this.op('Div', [centred, spread]), scale]), bias])
  }

  gelu(x: string): string {
    if (this.opset >= 20) return this.op('Gelu', [x])
    const half = this.op('Add', [this.op('Erf', [this.op('Div', [x, this.scalar(Math.SQRT2)])]), this.scalar(1)])
    return this.op('Mul', [this.op('Mul', [x, half]), this.scalar(0.5)])
  }

  softmax(x: string, axis = -1): string {
    return this.op('Softmax', [x], { axis: int(axis) })
  }

  output(...names: string[]): this {
    this.outputs.push(...names)
    return this
  }

  get graph(): Graph {
    const { batch, listed, opset } = this.spelling
    const image: ValueInfo = { name: this.input, dtype: 'float32', dims: [batch, ...this.image] }
    const weights = listed ? [...this.initializers].map(([name, { dtype, dims }]): ValueInfo => ({ name, dtype, dims })) : []
    return { name: this.name, opset, inputs: [image, ...weights], outputs: this.outputs.map((name) => ({ name, dtype: 'float32', dims: null })), initializers: this.initializers, nodes: this.nodes }
  }

  get bytes(): Uint8Array {
    return encodeSpelled(this.graph)
  }
}
