import type { Builder } from '../builder'
import { guarded } from '../guard'
import { floatAttr } from '../onnx/attrs'
import { scalar, type Node } from '../onnx/graph'
import { exactAverage, exactConvolution } from '../rules/families/exactConvolution'

/**
 * Exactness at kinks. A unit of Relu or PRelu whose input is within float32 rounding of zero takes the wrong side in
 * one image of ten, and then the map differs from the true one by some 1e-3; it would also differ between CPUs and
 * GPUs. So the forward pass can run in float64, and the backward pass, whose own error is 1e-6, takes its
 * activations from there.
 */

/** Ops whose derivative jumps. A model without them gains nothing here. */
const KINKED = new Set(['Abs', 'Clip', 'HardSigmoid', 'HardSwish', 'LeakyRelu', 'Max', 'MaxPool', 'GlobalMaxPool', 'Min', 'PRelu', 'Relu', 'ReduceMax', 'ReduceMin', 'ThresholdedRelu'])

export const hasKinks = (nodes: readonly Node[]): boolean => nodes.some(({ op }) => KINKED.has(op))

/** Ops that ONNX Runtime's CPU provider runs in float64 as they stand. */
const SAME = new Set([
  ...['Add', 'Sub', 'Mul', 'Div', 'Sum', 'Neg', 'Abs', 'Sqrt', 'Exp', 'Log', 'Relu', 'Sigmoid', 'Tanh', 'Softmax', 'MatMul', 'Gemm', 'BatchNormalization'],
  ...['ReduceSum', 'ReduceMean', 'ReduceMax', 'ReduceMin', 'ReduceL2', 'Concat', 'Slice', 'Split', 'Reshape', 'Transpose', 'Flatten', 'Squeeze', 'Unsqueeze', 'Expand', 'Identity', 'MaxPool', 'Max', 'Min']
])

interface Exact {
  node: Node
  b: Builder
  /** Input `index` in float64 (other dtypes as they are). */
  x: (index: number) => string
}

/** Ops that have no float64 kernel, spelled with those that have. */
const SPELLED: Readonly<Record<string, (call: Exact) => string | null>> = {
  AveragePool: ({ node, b, x }) => exactAverage(b, node, x(0)),
  Conv: ({ node, b, x }) => exactConvolution(b, node, x(0), x(1), node.inputs[2] ? x(2) : null),
  Dropout: ({ x }) => x(0),
  GlobalAveragePool: ({ b, x }) => b.op('ReduceMean', [x(0)], { axes: { kind: 'ints', value: b.dims(x(0)).slice(2).map((_, i) => i + 2) }, keepdims: { kind: 'int', value: 1 } }),
  LeakyRelu: ({ node, b, x }) => leaky(b, x(0), b.constant(scalar(floatAttr(node, 'alpha', 0.01), 'float64'))),
  PRelu: ({ b, x }) => leaky(b, x(0), x(1))
}

/** max(x, 0) + slope * min(x, 0) */
function leaky(b: Builder, x: string, slope: string): string {
  const zero = b.constant(scalar(0, 'float64'))
  return b.add(b.op('Relu', [x]), b.mul(slope, b.op('Min', [x, zero])))
}

/**
 * Lays a float64 twin beside the forward pass and makes every float32 value a Cast of its twin. An op that has no
 * float64 form runs in float32 between two Casts.
 */
export function exactForward(b: Builder, forward: readonly Node[]): void {
  const twins = new Map<string, string>()
  const widen = (name: string): string => (name !== '' && b.type(name).dtype === 'float32' ? (twins.get(name) ?? b.cast(name, 'float64')) : name)
  const replaced = new Set<Node>()
  for (const node of forward) {
    const outputs = guarded(node, () => spell(b, node, widen))
    if (outputs === null) continue
    replaced.add(node)
    node.outputs.forEach((name, i) => {
      const twin = outputs[i]
      if (name === '' || twin === undefined) return
      twins.set(name, twin)
      b.emit('Cast', [twin], { to: { kind: 'int', value: 1 } }, { outputs: [name] })
    })
  }
  b.drop(replaced)
}

function spell(b: Builder, node: Node, widen: (name: string) => string): readonly string[] | null {
  if (node.domain !== '' || node.outputs.some((name) => name !== '' && b.type(name).dtype !== 'float32')) return null
  const spelled = SPELLED[node.op]?.({ node, b, x: (i) => widen(node.inputs[i] ?? '') })
  if (spelled !== undefined) return spelled === null ? null : [spelled]
  if (!SAME.has(node.op)) return null
  return b.emit(node.op, node.inputs.map(widen), node.attrs, { count: node.outputs.length })
}
