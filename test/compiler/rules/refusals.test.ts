import { describe, expect, it } from 'vitest'
import { Builder } from '../../../src/main/compiler/builder'
import { int, ints, string } from '../../../src/main/compiler/onnx/attrs'
import { decodeModel } from '../../../src/main/compiler/onnx/decode'
import { input, typed, values, weight, type RuleCase } from '../../../src/main/compiler/ruleCase'
import { rules } from '../../../src/main/compiler/rules'
import { lay, modelOf } from './model'

const channels = [weight([3]), weight([3]), weight([3]), weight([3])]

/** Nodes that are valid files but that no rule may take, and the words a person reads. */
const refused: readonly (RuleCase & { op: string; says: RegExp })[] = [
  { op: 'BatchNormalization', name: 'in training', attrs: { training_mode: int(1) }, inputs: [input([2, 3, 2]), ...channels], says: /model\.eval\(\)/ },
  { op: 'BatchNormalization', name: 'in training, before opset 14', opset: 9, outputs: 5, inputs: [input([2, 3, 2]), ...channels], says: /model\.eval\(\)/ },
  { op: 'BatchNormalization', name: 'spatial = 0', opset: 8, attrs: { spatial: int(0) }, inputs: [input([2, 3, 2]), ...channels], says: /spatial/ },
  { op: 'BatchNormalization', name: 'too few channels', inputs: [input([2, 4, 2]), ...channels], says: /one value for each channel/ },
  { op: 'BatchNormalization', name: 'no variance', inputs: [input([2, 3, 2]), ...channels.slice(1)], says: /lacks its input 4/ },
  { op: 'Dropout', name: 'in training', opset: 13, inputs: [input([2]), weight([], values(0.5)), weight([], values(1), 'bool')], says: /model\.eval\(\)/ },
  { op: 'LayerNormalization', name: 'with statistics', outputs: 3, inputs: [input([2, 3]), weight([3])], says: /only training uses/ },
  { op: 'GroupNormalization', name: 'unequal groups', attrs: { num_groups: int(2) }, inputs: [input([1, 3, 2]), weight([3]), weight([3])], says: /num_groups/ },
  { op: 'Softmax', name: 'no such axis', attrs: { axis: int(3) }, inputs: [input([2, 3])], says: /axis 3 does not exist/ },
  { op: 'ReduceSum', name: 'no such axis', opset: 11, attrs: { axes: { kind: 'ints', value: [-3] } }, inputs: [input([2, 3])], says: /axis -3 does not exist/ },
  { op: 'Add', name: 'shapes that do not fit', inputs: [input([2, 3]), input([2])], says: /do not broadcast/ },
  { op: 'Cast', name: 'to text', attrs: { to: int(8) }, inputs: [input([2])], says: /data type 8/ },
  { op: 'Div', name: 'whole numbers by zero', inputs: [weight([1], values(1), 'int64'), weight([1], values(0), 'int64')], says: /divided by zero/ },
  { op: 'Mod', name: 'whole numbers by zero', inputs: [weight([1], values(1), 'int64'), weight([1], values(0), 'int64')], says: /divided by zero/ },
  { op: 'Sub', name: 'an input missing', inputs: [input([2])], says: /lacks its input 1/ },
  { op: 'Where', name: 'a branch missing', inputs: [typed([2], values(0, 1), 'bool'), input([2])], says: /lacks its input 2/ },
  { op: 'Conv', name: 'channels that do not fit', inputs: [input([1, 3, 4, 4]), weight([2, 2, 3, 3])], says: /do not fit an input/ },
  { op: 'Conv', name: 'a kernel larger than the image', inputs: [input([1, 2, 2, 2]), weight([2, 2, 3, 3])], says: /larger than its padded input/ },
  { op: 'MaxPool', name: 'pads beyond the window', attrs: { kernel_shape: ints([2]), pads: ints([2, 0]) }, inputs: [input([1, 2, 5])], says: /pads must be smaller/ },
  { op: 'Gemm', name: 'depths that differ', inputs: [input([2, 3]), weight([4, 2])], says: /can't multiply/ },
  { op: 'Reshape', name: 'another number of elements', attrs: { shape: ints([4, 2]) }, inputs: [input([2, 3])], says: /element counts differ/ },
  { op: 'Reshape', name: 'a shape known at run time only', opset: 13, inputs: [input([2, 3]), typed([2], values(3, 2), 'int64')], says: /fixed input size/ },
  { op: 'Resize', name: 'cropping', attrs: { coordinate_transformation_mode: string('tf_crop_and_resize'), mode: string('linear'), sizes: ints([1, 1, 4, 4]) }, inputs: [input([1, 1, 2, 2])], says: /tf_crop_and_resize/ },
  { op: 'Einsum', name: 'a diagonal', attrs: { equation: string('ii->i') }, inputs: [input([3, 3])], says: /repeated within one input/ },
  { op: 'Split', name: 'parts that do not fill the axis', attrs: { split: ints([1, 1]) }, outputs: 2, inputs: [input([3, 2])], says: /do not fill an axis/ },
  { op: 'Slice', name: 'a step of zero', attrs: { starts: ints([0]), ends: ints([2]), axes: ints([0]), steps: ints([0]) }, inputs: [input([3])], says: /step of 0/ }
]

describe('rules refuse', () => {
  it.each(refused)('$op: $name', ({ op, says, ...ruleCase }) => {
    const { bytes, feeds } = modelOf(op, ruleCase)
    const read = (): unknown => lay(decodeModel(bytes).graph, (name) => feeds[name]?.dims ?? [], new Builder(rules), rules)
    expect(read).toThrow(says)
  })
})
