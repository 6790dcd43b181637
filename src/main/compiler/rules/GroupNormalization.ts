import { inputError } from '../../../shared/errors'
import { float, floatAttr, intAttr } from '../onnx/attrs'
import { describe, tensor } from '../onnx/graph'
import type { LowerCall, OpRule } from '../rule'
import { perChannel } from './families/normalization'

/**
 * y = scale xhat + bias, xhat = x normalised over each group of channels: an InstanceNormalization of the groups.
 * Scale and bias are one a group until opset 20, one a channel since.
 */
export const rule: OpRule = {
  op: 'GroupNormalization',
  lower: (call) => {
    const { node, b } = call
    const [x = '', scale = '', bias = ''] = node.inputs
    const dims = b.dims(x)
    const [batch = 1, channels = 1] = dims
    const groups = intAttr(node, 'num_groups', 0)
    if (groups < 1 || channels % groups !== 0) throw inputError('model.attribute', `${describe(node)}: ${channels} channels do not make ${groups} groups (num_groups).`)
    const grouped = b.reshape(x, [batch, groups, dims.slice(2).reduce((a, d) => a * d, channels / groups)])
    const xhat = b.op('InstanceNormalization', [grouped, all(call, 1, groups), all(call, 0, groups)], { epsilon: float(floatAttr(node, 'epsilon', 1e-5)) })
    const spread = (values: string): string => perChannel(b, call.opset < 21 ? repeated(call, values, channels / groups) : values, dims.length)
    return [b.add(b.mul(b.reshape(xhat, dims), spread(scale)), spread(bias))]
  }
}

const all = ({ b }: LowerCall, value: number, count: number): string => b.constant(tensor('float32', [count], new Float32Array(count).fill(value)))

/** Every value `times` times in a row. */
function repeated({ b }: LowerCall, values: string, times: number): string {
  const [count = 1] = b.dims(values)
  return b.reshape(b.expand(b.reshape(values, [count, 1]), [count, times]), [count * times])
}
