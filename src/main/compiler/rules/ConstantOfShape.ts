import type { Builder } from '../builder'
import { ints, needInts, tensorAttr } from '../onnx/attrs'
import { allocate, sizeOf, type Node } from '../onnx/graph'
import type { OpRule } from '../rule'

/** A tensor of one repeated value. A model's own becomes a constant; the compiler's own stays a node, so that files stay small. */
export const rule: OpRule = {
  op: 'ConstantOfShape',
  lower: ({ node, b }) => {
    const dims = needInts(node, 'shape')
    const { dtype, data } = valueOf(node)
    // The builder refuses what is no shape or too large for any tensor, before a byte of it is made.
    if (dims.some((dim) => dim < 0) || sizeOf(dims) > LARGEST) return b.emit('ConstantOfShape', [], node.attrs, { outputs: node.outputs, name: node.name })
    return [b.constant({ dtype, dims, data: allocate(dtype, sizeOf(dims)).fill(data[0] ?? 0) }, node.outputs[0])]
  },
  types: ({ node }) => [{ dtype: valueOf(node).dtype, dims: needInts(node, 'shape') }]
}

const LARGEST = 2 ** 20

const valueOf = (node: Node): NonNullable<ReturnType<typeof tensorAttr>> => tensorAttr(node, 'value') ?? { dtype: 'float32', dims: [1], data: new Float32Array(1) }

/** Zeros that are made when the graph runs: for large buffers that are scattered into. */
export const zerosAtRunTime = (b: Builder, dims: readonly number[]): string => b.op('ConstantOfShape', [], { shape: ints(dims) })
