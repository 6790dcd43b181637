import { inputError } from '../../../shared/errors'
import { describe, int64s, scalar, tensor, type Node, type Tensor } from '../onnx/graph'
import type { OpRule } from '../rule'

/** A constant in the node list: becomes an initializer. */
export const rule: OpRule = {
  op: 'Constant',
  lower: ({ node, b }) => [b.constant(valueOf(node), node.outputs[0])]
}

function valueOf(node: Node): Tensor {
  const { value, value_float, value_floats, value_int, value_ints } = node.attrs
  if (value?.kind === 'tensor') return value.value
  if (value_float?.kind === 'float') return scalar(value_float.value)
  if (value_int?.kind === 'int') return scalar(value_int.value, 'int64')
  if (value_floats?.kind === 'floats') return tensor('float32', [value_floats.value.length], value_floats.value)
  if (value_ints?.kind === 'ints') return int64s(value_ints.value)
  throw inputError('model.constant', `${describe(node)} holds a constant that Vidimus can't read (text or sparse).`)
}
