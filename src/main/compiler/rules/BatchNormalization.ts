import { inputError } from '../../../shared/errors'
import { float, floatAttr, intAttr } from '../onnx/attrs'
import { describe, type Node } from '../onnx/graph'
import type { LowerCall, OpRule } from '../rule'
import { scaleChannels } from './families/channelwise'
import { channelInput, inverseRoot, onlyFirstOutput, perChannel } from './families/normalization'

/**
 * y = scale (x - mean) / sqrt(var + epsilon) + bias, a channel at a time, with fixed statistics: gx = gy * scale / sqrt(var + epsilon).
 * The op stays (ONNX Runtime folds it into the Conv before it) unless its parameters are themselves computed.
 */
export const rule: OpRule = {
  op: 'BatchNormalization',
  types: (call) => [channelInput(call, 4)],
  lower: (call) => {
    const { node, b } = call
    refuseTraining(node)
    const isFixed = node.inputs.slice(1).every((name) => b.constantOf(name) !== undefined)
    if (!isFixed) return [lowerComputed(call)]
    return b.emit(node.op, node.inputs, { epsilon: float(epsilonOf(node)) }, { outputs: node.outputs.slice(0, 1), name: node.name })
  },
  vjp: ({ node, b, gy, x }) => {
    const scale = b.constantOf(x(1))?.data ?? []
    const variance = b.constantOf(x(4))?.data ?? []
    const factors = Float32Array.from(scale, (value, i) => value / Math.sqrt((variance[i] ?? 0) + epsilonOf(node)))
    return [scaleChannels(b, gy, factors), null, null, null, null]
  }
}

const epsilonOf = (node: Node): number => floatAttr(node, 'epsilon', 1e-5)

function lowerComputed({ node, b }: LowerCall): string {
  const [x = '', ...parameters] = node.inputs
  const [scale = '', bias = '', mean = '', variance = ''] = parameters.map((name) => perChannel(b, name, b.dims(x).length))
  const factor = b.mul(scale, inverseRoot(b, b.add(variance, b.scalar(epsilonOf(node)))))
  return b.add(b.mul(b.sub(x, mean), factor), bias)
}

function refuseTraining(node: Node): void {
  onlyFirstOutput(node)
  if (intAttr(node, 'training_mode', 0) !== 0)
    throw inputError('model.training', `${describe(node)} takes its statistics from the batch (training_mode), so a score would depend on the other photo. Export the model for inference: model.eval().`)
  if (intAttr(node, 'spatial', 1) !== 1)
    throw inputError('model.attribute', `${describe(node)} normalises every pixel by itself (spatial = 0), which Vidimus does not know. Export the model at opset 9 or later.`)
}
