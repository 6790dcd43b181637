import { ints } from '../onnx/attrs'
import type { OpRule } from '../rule'

/** The MaxPool whose window is the whole image; so ties: first. */
export const rule: OpRule = {
  op: 'GlobalMaxPool',
  lower: ({ node, b }) => b.emit('MaxPool', node.inputs, { kernel_shape: ints(b.dims(node.inputs[0] ?? '').slice(2)) }, { outputs: node.outputs, name: node.name })
}
