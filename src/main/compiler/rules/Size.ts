import { scalar, sizeOf } from '../onnx/graph'
import type { OpRule } from '../rule'

/** The number of elements of x: a constant, as Shape is. */
export const rule: OpRule = {
  op: 'Size',
  lower: ({ node, b }) => [b.constant(scalar(sizeOf(b.dims(node.inputs[0] ?? '')), 'int64'), node.outputs[0])]
}
