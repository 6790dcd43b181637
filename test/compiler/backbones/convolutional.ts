import { float, int, ints, string } from '../../../src/main/compiler/onnx/attrs'
import { Net, type Spelling } from './net'

/** Nets in the shapes of published convolutional backbones, a few blocks each, as their exporters write them. */

/** ArcFace's IResNet (insightface): pre-activation BatchNormalization, which no Conv can absorb. */
export function iresnet(spelling: Spelling): Net {
  const net = new Net('iresnet', spelling)
  const block = (x: string, from: number, to: number, stride: number): string => {
    const first = net.prelu(net.norm(net.conv(net.norm(x, from), from, to, 3, { pad: 1 }), to), to)
    const main = net.norm(net.conv(first, to, to, 3, { pad: 1, stride }), to)
    return net.op('Add', [main, stride === 1 ? x : net.norm(net.conv(x, from, to, 1, { stride }), to)])
  }
  const stem = net.prelu(net.norm(net.conv(net.input, 3, 16, 3, { pad: 1 }), 16), 16)
  const body = net.norm(block(block(stem, 16, 16, 2), 16, 16, 1), 16)
  const dropped = spelling.opset >= 12 ? net.op('Dropout', [body, net.scalar(0.4)]) : net.op('Dropout', [body], { ratio: float(0.4) })
  return net.output(net.norm(net.linear(net.flatten(dropped), 16 * 16 * 16, 24), 24))
}

/** AdaFace's IR-SE: squeeze and excitation, MaxPool as shortcut, the embedding and its norm as outputs. */
export function adaface(spelling: Spelling): Net {
  const net = new Net('adaface', spelling)
  const block = (x: string, from: number, to: number, stride: number): string => {
    const main = net.norm(net.conv(net.prelu(net.norm(net.conv(net.norm(x, from), from, to, 3, { pad: 1 }), to), to), to, to, 3, { pad: 1, stride }), to)
    const squeezed = spelling.opset % 2 ? net.op('GlobalAveragePool', [main]) : net.mean(main, [2, 3])
    const gate = net.op('Sigmoid', [net.conv(net.op('Relu', [net.conv(squeezed, to, to / 4, 1)]), to / 4, to, 1)])
    const short = from === to ? net.op('MaxPool', [x], { kernel_shape: ints([1, 1]), strides: ints([stride, stride]) }) : net.norm(net.conv(x, from, to, 1, { stride }), to)
    return net.op('Add', [net.op('Mul', [main, gate]), short])
  }
  const stem = net.prelu(net.norm(net.conv(net.input, 3, 16, 3, { pad: 1 }), 16), 16)
  const body = net.norm(block(block(stem, 16, 16, 2), 16, 32, 2), 32)
  const raw = net.norm(net.linear(net.flatten(body), 32 * 8 * 8, 24), 24)
  const squares = net.sum(net.op('Pow', [raw, net.scalar(2)]), [1])
  const norm = spelling.opset % 2 ? net.norm2(raw, [1]) : net.op('Pow', [squares, net.scalar(0.5)])
  return net.output(net.op('Div', [raw, norm]), norm)
}

/** MobileFaceNet: depthwise blocks, a global depthwise Conv, its batch baked in by a Reshape where that is fixed. */
export function mobilefacenet(spelling: Spelling): Net {
  const net = new Net('mobilefacenet', spelling)
  const layer = (x: string, from: number, to: number, kernel: number, options: { stride?: number; pad?: number; group?: number }): string => net.prelu(net.norm(net.conv(x, from, to, kernel, options), to), to)
  const stem = layer(net.input, 3, 16, 3, { stride: 2, pad: 1 })
  const wide = layer(layer(stem, 16, 32, 1, {}), 32, 32, 3, { pad: 1, group: 32 })
  const residual = net.op('Add', [stem, net.norm(net.conv(wide, 32, 16, 1), 16)])
  const down = layer(layer(residual, 16, 32, 1, {}), 32, 32, 3, { stride: 2, pad: 1, group: 32 })
  const global = net.norm(net.conv(down, 32, 32, 8, { group: 32 }), 32)
  const flat = net.perImage(global, net.input, -1)
  return net.output(net.normalized(net.norm(net.op('MatMul', [flat, net.weight([32, 24], undefined, 32)]), 24)))
}

/** SFace as OpenCV's zoo has it (MXNet): preprocessing in the graph, slopes [C], every weight a listed input, one image. */
export function sface(spelling: Spelling): Net {
  const net = new Net('sface', spelling)
  const pixels = net.op('Mul', [net.op('Sub', [net.input, net.scalar(0.1, [1])]), net.scalar(1.5, [1])])
  const first = net.op('PRelu', [net.norm(net.conv(pixels, 3, 16, 3, { stride: 2, pad: 1 }), 16, 1e-3), net.weight([16, 1, 1], [0.1, 0.3])])
  const same = net.op('Conv', [first, net.weight([16, 1, 3, 3])], { auto_pad: string('SAME_UPPER'), group: int(16), kernel_shape: ints([3, 3]), strides: ints([2, 2]) })
  const body = net.prelu(net.norm(net.conv(same, 16, 32, 1), 32, 1e-3), 1, [1])
  const flat = net.reshape(net.op('Dropout', [net.norm(body, 32)]), spelling.batch ?? 1, -1)
  return net.output(net.norm(net.linear(flat, 32 * 8 * 8, 16), 16, 2e-5))
}

/** GhostFaceNets through tf2onnx: NHWC with a Transpose at either end, biases as Add, hard sigmoid in pieces. */
export function ghostface(spelling: Spelling): Net {
  const net = new Net('ghostface', spelling, [32, 32, 3])
  const biased = (x: string, channels: number): string => net.op('Add', [x, net.weight([1, channels, 1, 1], [-0.2, 0.2])])
  const hardSigmoid = (x: string): string => net.op('Mul', [net.clip(net.op('Add', [x, net.scalar(3)]), 0, 6), net.scalar(1 / 6)])
  const ghost = (x: string, from: number, to: number): string => {
    const primary = net.op('PRelu', [biased(net.conv(x, from, to / 2, 1), to / 2), net.weight([1, to / 2, 1, 1], [0.1, 0.3])])
    return net.op('Concat', [primary, biased(net.conv(primary, to / 2, to / 2, 3, { pad: 1, group: to / 2 }), to / 2)], { axis: int(1) })
  }
  const stem = biased(net.conv(net.transpose(net.input, 0, 3, 1, 2), 3, 16, 3, { stride: 2, pad: 1 }), 16)
  const swish = net.op('Mul', [stem, hardSigmoid(stem)])
  const wide = ghost(swish, 16, 32)
  const squeezed = net.op('GlobalAveragePool', [wide])
  const dense = net.op('Add', [net.op('MatMul', [net.perImage(net.transpose(squeezed, 0, 2, 3, 1), net.input, 32), net.weight([32, 32], undefined, 32)]), net.weight([32], [-0.2, 0.2])])
  const gate = net.transpose(net.perImage(hardSigmoid(dense), net.input, 1, 1, 32), 0, 3, 1, 2)
  const gated = net.op('Mul', [wide, gate])
  const down = net.op('Conv', [gated, net.weight([32, 1, 3, 3])], { auto_pad: string('SAME_LOWER'), group: int(32), kernel_shape: ints([3, 3]), strides: ints([2, 2]) })
  const pooled = net.op('AveragePool', [net.op('LeakyRelu', [down], { alpha: float(0.2) })], { kernel_shape: ints([2, 2]), strides: ints([2, 2]) })
  const global = net.transpose(biased(net.conv(pooled, 32, 32, 4, { group: 32 }), 32), 0, 2, 3, 1)
  return net.output(net.norm(net.op('MatMul', [net.perImage(global, net.input, 32), net.weight([32, 16], undefined, 32)]), 16, 1e-3))
}

/** FaceNet's Inception-ResNet: scaled residuals, pools, kernels of 1 x 7 and 7 x 1, unit length at the end. */
export function facenet(spelling: Spelling): Net {
  const net = new Net('facenet', spelling, [3, 40, 40])
  const layer = (x: string, from: number, to: number, kernel: number | readonly number[], options: { stride?: number; pad?: number | readonly number[] } = {}): string => net.op('Relu', [net.norm(net.conv(x, from, to, kernel, options), to, 1e-3)])
  const pool = (op: string, x: string, stride: number, pad: number): string => net.op(op, [x], { kernel_shape: ints([3, 3]), strides: ints([stride, stride]), pads: ints([pad, pad, pad, pad]) })
  const stem = pool('MaxPool', layer(net.input, 3, 16, 3, { stride: 2 }), 2, 0)
  const branches = net.op('Concat', [layer(stem, 16, 8, 1), layer(layer(layer(stem, 16, 8, 1), 8, 8, [1, 7], { pad: [0, 3] }), 8, 8, [7, 1], { pad: [3, 0] })], { axis: int(1) })
  const residual = net.op('Mul', [net.conv(branches, 16, 16, 1, { bias: true }), net.scalar(0.17)])
  const block = net.op('Relu', [net.op('Add', [residual, stem])])
  const reduced = net.op('Concat', [pool('MaxPool', block, 2, 0), layer(block, 16, 16, 3, { stride: 2 })], { axis: int(1) })
  const averaged = net.op('GlobalAveragePool', [pool('AveragePool', reduced, 1, 1)])
  const flat = net.perImage(averaged, net.input, -1)
  return net.output(net.normalized(net.norm(net.op('MatMul', [flat, net.weight([32, 16], undefined, 32)]), 16, 1e-3)))
}

/** Ops that fell out of use: Upsample, its batch in a baked size since opset 11, and channel shuffles. */
export function shuffle(spelling: Spelling): Net {
  const net = new Net('shuffle', spelling)
  const x = net.op('Selu', [net.conv(net.input, 3, 16, 3, { stride: 2, pad: 1 })])
  const [left = '', right = ''] = net.split(x, 1, [8, 8])
  const joined = net.op('Concat', [left, net.op('Elu', [net.conv(right, 8, 8, 3, { pad: 1, group: 8 })])], { axis: int(1) })
  const mixed = net.perImage(net.transpose(net.perImage(joined, net.input, 2, 8, 16, 16), 0, 2, 1, 3, 4), net.input, 16, 16, 16)
  const small = net.op('MaxPool', [mixed], { kernel_shape: ints([2, 2]), strides: ints([2, 2]) })
  const large = net.op('Add', [mixed, enlarged(net, small)])
  return net.output(net.linear(net.mean(large, [2, 3], false), 16, 12))
}

function enlarged(net: Net, x: string): string {
  if (net.opset < 10) return net.op('Upsample', [x, net.constant({ dtype: 'float32', dims: [4], data: Float32Array.of(1, 1, 2, 2) })], { mode: string('nearest') })
  if (net.opset < 11) return net.op('Resize', [x, net.constant({ dtype: 'float32', dims: [4], data: Float32Array.of(1, 1, 2, 2) })], { mode: string('linear') })
  const empty = net.constant({ dtype: 'float32', dims: [0], data: new Float32Array() })
  const sizes = net.spelling.batch === null ? net.op('Concat', [net.batchOf(x), net.longs(16, 16, 16)], { axis: int(0) }) : net.longs(net.spelling.batch, 16, 16, 16)
  return net.op('Resize', [x, empty, empty, sizes], { mode: string('linear'), coordinate_transformation_mode: string('half_pixel') })
}
