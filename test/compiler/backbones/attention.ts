import { int, string } from '../../../src/main/compiler/onnx/attrs'
import { tensor } from '../../../src/main/compiler/onnx/graph'
import { Net, type Spelling } from './net'

/** Nets in the shapes of published transformers and of convolutional nets that borrow from them. */

const WIDTH = 16
const HEADS = 2
const DEPTH = WIDTH / HEADS

/** [batch, 3, 32, 32] -> [batch, 16 patches, WIDTH] */
function patches(net: Net): string {
  return net.transpose(net.perImage(net.conv(net.input, 3, WIDTH, 8, { stride: 8, bias: true }), net.input, WIDTH, 16), 0, 2, 1)
}

function feedForward(net: Net, x: string): string {
  return net.op('Add', [x, net.dense(net.gelu(net.dense(net.layerNorm(x, WIDTH), WIDTH, 2 * WIDTH)), 2 * WIDTH, WIDTH)])
}

/** ViT as timm has it: class token, one dense layer for queries, keys and values, Gather along the first axis. */
export function vit(spelling: Spelling): Net {
  const net = new Net('vit', spelling)
  const token = net.weight([spelling.batch ?? 1, 1, WIDTH], [-0.5, 0.5])
  const tokens = spelling.batch === null ? net.op('Expand', [token, net.op('Concat', [net.batchOf(net.input), net.longs(1, WIDTH)], { axis: int(0) })]) : token
  const x = net.op('Add', [net.op('Concat', [tokens, patches(net)], { axis: int(1) }), net.weight([1, 17, WIDTH], [-0.5, 0.5])])
  const all = net.transpose(net.perImage(net.dense(net.layerNorm(x, WIDTH), WIDTH, 3 * WIDTH), net.input, 17, 3, HEADS, DEPTH), 2, 0, 3, 1, 4)
  const part = (i: number): string => net.op('Gather', [all, net.constant({ dtype: 'int64', dims: [], data: Float64Array.of(i) })], { axis: int(0) })
  const weights = net.softmax(net.op('Mul', [net.op('MatMul', [part(0), net.transpose(part(1), 0, 1, 3, 2)]), net.scalar(DEPTH ** -0.5)]))
  const mixed = net.perImage(net.transpose(net.op('MatMul', [weights, part(2)]), 0, 2, 1, 3), net.input, 17, WIDTH)
  const y = net.layerNorm(feedForward(net, net.op('Add', [x, net.dense(mixed, WIDTH, WIDTH)])), WIDTH)
  const first = net.op('Gather', [y, net.constant({ dtype: 'int64', dims: [], data: Float64Array.of(0) })], { axis: int(1) })
  return net.output(net.linear(first, WIDTH, 12))
}

/** TransFace's ViT: products by Einsum, split by Slice, all tokens flattened into the head. */
export function transface(spelling: Spelling): Net {
  const net = new Net('transface', spelling)
  const x = net.op('Add', [patches(net), net.weight([1, 16, WIDTH], [-0.5, 0.5])])
  const all = net.dense(net.layerNorm(x, WIDTH), WIDTH, 3 * WIDTH)
  const part = (i: number): string => net.transpose(net.perImage(net.slice(all, 2, i * WIDTH, (i + 1) * WIDTH), net.input, 16, HEADS, DEPTH), 0, 2, 1, 3)
  const scores = net.op('Einsum', [part(0), part(1)], { equation: string('bhid,bhjd->bhij') })
  const mixed = net.op('Einsum', [net.softmax(net.op('Div', [scores, net.scalar(Math.sqrt(DEPTH))]), 3), part(2)], { equation: string('bhij,bhjd->bihd') })
  const y = feedForward(net, net.op('Add', [x, net.dense(net.perImage(mixed, net.input, 16, WIDTH), WIDTH, WIDTH)]))
  return net.output(net.norm(net.op('MatMul', [net.perImage(y, net.input, 16 * WIDTH), net.weight([16 * WIDTH, 12], undefined, 16 * WIDTH)]), 12))
}

/** torch's own MultiheadAttention: tokens first, the batch in the middle and multiplied into the heads; all sizes baked in. */
export function multihead(spelling: Spelling): Net {
  const net = new Net('multihead', spelling)
  const batch = spelling.batch ?? 1
  const x = net.op('Add', [net.transpose(patches(net), 1, 0, 2), net.weight([16, 1, WIDTH], [-0.5, 0.5])])
  const normed = net.layerNorm(x, WIDTH)
  const heads = (y: string): string => net.transpose(net.reshape(y, 16, batch * HEADS, DEPTH), 1, 0, 2)
  const [q = '', k = '', v = ''] = [1, 2, 3].map(() => heads(net.dense(normed, WIDTH, WIDTH)))
  const weights = net.softmax(net.op('MatMul', [net.op('Mul', [q, net.scalar(DEPTH ** -0.5)]), net.transpose(k, 0, 2, 1)]))
  const mixed = net.reshape(net.transpose(net.op('MatMul', [weights, v]), 1, 0, 2), 16 * batch, WIDTH)
  const out = net.reshape(net.linear(mixed, WIDTH, WIDTH), 16, batch, WIDTH)
  const y = feedForward(net, net.op('Add', [x, out]))
  return net.output(net.linear(net.mean(y, [0], false), WIDTH, 12))
}

/** EdgeFace (EdgeNeXt with low-rank layers): convolutional blocks in NHWC, then attention across channels (XCA). */
export function edgeface(spelling: Spelling): Net {
  const net = new Net('edgeface', spelling)
  const lowRank = (x: string, from: number, to: number): string => net.dense(net.op('MatMul', [x, net.weight([from, 6], undefined, from)]), 6, to)
  const stem = net.conv(net.input, 3, WIDTH, 4, { stride: 4, bias: true })
  const wide = net.transpose(net.conv(stem, WIDTH, WIDTH, 5, { pad: 2, group: WIDTH }), 0, 2, 3, 1)
  const mixed = net.op('Mul', [lowRank(net.gelu(lowRank(net.layerNorm(wide, WIDTH), WIDTH, 2 * WIDTH)), 2 * WIDTH, WIDTH), net.weight([WIDTH], [0.3, 0.8])])
  const x = net.op('Add', [stem, net.transpose(mixed, 0, 3, 1, 2)])
  const tokens = net.transpose(net.perImage(x, net.input, WIDTH, 64), 0, 2, 1)
  const all = net.transpose(net.perImage(net.dense(net.layerNorm(tokens, WIDTH), WIDTH, 3 * WIDTH), net.input, 64, 3, HEADS, DEPTH), 2, 0, 3, 4, 1)
  const parts = net.split(all, 0, [1, 1, 1]).map((part) => net.param('Squeeze', part, 'axes', [0], 13))
  const [q = '', k = '', v = ''] = parts
  const scores = net.op('Mul', [net.op('MatMul', [net.normalized(q, -1), net.transpose(net.normalized(k, -1), 0, 1, 3, 2)]), net.weight([HEADS, 1, 1], [0.8, 1.2])])
  const attended = net.perImage(net.transpose(net.op('MatMul', [net.softmax(scores), v]), 0, 3, 1, 2), net.input, 64, WIDTH)
  const y = feedForward(net, net.op('Add', [tokens, net.op('Mul', [net.weight([WIDTH], [0.3, 0.8]), net.dense(attended, WIDTH, WIDTH)])]))
  const map = net.perImage(net.transpose(y, 0, 2, 1), net.input, WIDTH, 8, 8)
  const head = net.layerNorm(net.flatten(net.op('GlobalAveragePool', [map])), WIDTH)
  return net.output(lowRank(head, WIDTH, 12))
}

/** ConvNeXt: normalisation over channels between permutes, layer scale; GroupNormalization where the opset has it. */
export function convnext(spelling: Spelling): Net {
  const net = new Net('convnext', spelling)
  const stem = net.conv(net.input, 3, WIDTH, 4, { stride: 4, bias: true })
  const channels = (x: string): string => net.transpose(net.layerNorm(net.transpose(x, 0, 2, 3, 1), WIDTH), 0, 3, 1, 2)
  const first = spelling.opset >= 21 ? net.op('GroupNormalization', [stem, net.weight([WIDTH], [0.7, 1.3]), net.weight([WIDTH], [-0.2, 0.2])], { num_groups: int(4) }) : channels(stem)
  const inner = net.transpose(net.conv(first, WIDTH, WIDTH, 7, { pad: 3, group: WIDTH, bias: true }), 0, 2, 3, 1)
  const block = net.op('Mul', [net.dense(net.gelu(net.dense(net.layerNorm(inner, WIDTH), WIDTH, 2 * WIDTH)), 2 * WIDTH, WIDTH), net.weight([WIDTH], [0.3, 0.8])])
  const x = net.op('Add', [first, net.transpose(block, 0, 3, 1, 2)])
  const down = net.conv(channels(x), WIDTH, WIDTH, 2, { stride: 2, bias: true })
  return net.output(net.linear(net.layerNorm(net.mean(down, [-2, -1], false), WIDTH), WIDTH, 12))
}

/** Swin: attention in windows, which a shift moves by Slice and Concat, under a mask. */
export function swin(spelling: Spelling): Net {
  const net = new Net('swin', spelling)
  const grid = net.transpose(net.conv(net.input, 3, WIDTH, 4, { stride: 4 }), 0, 2, 3, 1)
  const rolled = (x: string, by: number): string => [1, 2].reduce((y, axis) => net.op('Concat', [net.slice(y, axis, by, 8), net.slice(y, axis, 0, by)], { axis: int(axis) }), x)
  const windows = net.reshape(net.transpose(net.perImage(rolled(net.layerNorm(grid, WIDTH), 2), net.input, 2, 4, 2, 4, WIDTH), 0, 1, 3, 2, 4, 5), -1, 16, WIDTH)
  const all = net.transpose(net.reshape(net.dense(windows, WIDTH, 3 * WIDTH), -1, 16, 3, HEADS, DEPTH), 2, 0, 3, 1, 4)
  const [q = '', k = '', v = ''] = net.split(all, 0, [1, 1, 1]).map((part) => net.param('Squeeze', part, 'axes', [0], 13))
  const scores = net.op('Add', [net.op('MatMul', [q, net.transpose(k, 0, 1, 3, 2)]), net.weight([1, HEADS, 16, 16], [-0.5, 0.5])])
  const mask = net.constant(tensor('float32', [1, 4, 1, 16, 16], Array.from({ length: 1024 }, (_, i) => (i % 7 === 0 ? -100 : 0))))
  const masked = net.reshape(net.op('Add', [net.perImage(scores, net.input, 4, HEADS, 16, 16), mask]), -1, HEADS, 16, 16)
  const mixed = net.reshape(net.transpose(net.op('MatMul', [net.softmax(masked), v]), 0, 2, 1, 3), -1, 16, WIDTH)
  const back = net.perImage(net.transpose(net.perImage(net.dense(mixed, WIDTH, WIDTH), net.input, 2, 2, 4, 4, WIDTH), 0, 1, 3, 2, 4, 5), net.input, 8, 8, WIDTH)
  const y = feedForward(net, net.op('Add', [grid, rolled(back, 6)]))
  return net.output(net.norm2(y, [1, 2], false))
}
