import { inputError } from '../../../shared/errors'
import { intAttr, ints } from '../onnx/attrs'
import { describe, tensor } from '../onnx/graph'
import type { OpRule } from '../rule'

/** y = x when a model is used rather than trained; the mask is all true. */
export const rule: OpRule = {
  op: 'Dropout',
  lower: ({ node, b, opset }) => {
    const [x = ''] = node.inputs
    if (intAttr(node, 'training_mode', 0) !== 0)
      throw inputError('model.training', `${describe(node)} drops values at random (training_mode). Export the model for inference: model.eval().`)
    if ((node.outputs[1] ?? '') === '') return [x]
    const value = tensor(opset < 10 ? 'float32' : 'bool', [1], [1])
    return [x, b.op('ConstantOfShape', [], { shape: ints(b.dims(x)), value: { kind: 'tensor', value } })]
  }
}
