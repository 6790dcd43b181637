import { PbfWriter } from 'pbf'
import { describe, expect, it } from 'vitest'
import { imageDims, readFaceModel } from '../../src/main/compiler/faceModel'
import { float, int, ints, string } from '../../src/main/compiler/onnx/attrs'
import { int64s, tensor, type Attr, type Node } from '../../src/main/compiler/onnx/graph'
import { gradientProgram } from '../../src/main/compiler/programs/gradient'
import { rules } from '../../src/main/compiler/rules'
import { VidimusError } from '../../src/shared/errors'
import { Net } from './backbones/net'

/** Some files that ask for far more than they hold. Each is compiled or refused within these. */
const SLOWEST_MS = 8000
const MOST_MIB = 700

function hostile(change: (net: Net, pooled: string) => string, image?: readonly number[]): Uint8Array {
  const net = new Net('hostile', { opset: 18, batch: 1 }, image ?? [3, 16, 16])
  const pooled = net.flatten(net.op('GlobalAveragePool', [net.conv(net.input, 3, 8, 3)]))
  return net.output(change(net, pooled)).bytes
}

/** `depth` branches of If inside each other. */
function nested(depth: number): Attr {
  let inner: Node = { op: 'Identity', domain: '', name: '', inputs: ['data'], outputs: ['y'], attrs: {} }
  for (let i = 0; i < depth; i++) inner = { op: 'If', domain: '', name: '', inputs: ['c'], outputs: ['y'], attrs: { then_branch: branch(inner), else_branch: branch(inner) } }
  return branch(inner)
}
const branch = (node: Node): Attr => ({ kind: 'graph', value: { nodes: [node], initializers: new Map(), outputs: ['y'] } })

/** Functions f0 .. f(n-1), each calling the one before twice. */
function doubling(bytes: Uint8Array, levels: number, leaf: boolean): Uint8Array {
  const pbf = new PbfWriter()
  for (let level = 0; level < levels; level++)
    pbf.writeMessage(25, (_, local) => {
      local.writeStringField(1, `f${level}`)
      if (leaf) local.writeStringField(4, 'x')
      if (leaf) local.writeStringField(5, 'y')
      for (const output of level === 0 && !leaf ? [] : ['t', 'y'])
        local.writeMessage(7, (__, node) => {
          if (leaf) node.writeStringField(1, output === 't' ? 'x' : 't')
          if (leaf) node.writeStringField(2, output)
          node.writeStringField(4, level === 0 ? 'Relu' : `f${level - 1}`)
        }, undefined)
    }, undefined)
  return Buffer.concat([bytes, pbf.finish()])
}

function emptyNodes(count: number): Uint8Array {
  const pbf = new PbfWriter()
  pbf.writeMessage(7, (_, graph) => {
    for (let i = 0; i < count; i++) graph.writeMessage(1, () => undefined, undefined)
  }, undefined)
  return pbf.finish()
}

const repeat = (count: number, x: string, step: (x: string, i: number) => string): string => Array.from({ length: count }).reduce<string>((y, _, i) => step(y, i), x)
const meanOf = (net: Net, pooled: string, x: string): string => net.op('Add', [pooled, net.op('ReduceMean', [x], { keepdims: int(0) })])
const shapeOf = (net: Net, ...dims: number[]): string => shapeFrom(net, dims)
const shapeFrom = (net: Net, dims: readonly number[]): string => net.op('ConstantOfShape', [net.constant(int64s(dims))], { value: { kind: 'tensor', value: tensor('float32', [1], [2]) } })

describe('a hostile model', () => {
  it.each([
    { name: 'many constants, each of some size', bytes: () => hostile((net, x) => meanOf(net, x, repeat(60, shapeOf(net, 2 ** 20), (y) => net.op('Tile', [net.op('Add', [y, net.scalar(1)]), net.longs(1)])))) },
    { name: 'constants that add up', bytes: () => hostile((net, x) => meanOf(net, x, repeat(200, shapeOf(net, 2 ** 20), (y, i) => net.op('Add', [y, net.scalar(i)])))) },
    { name: 'a constant doubled over and over', bytes: () => hostile((net, x) => meanOf(net, x, repeat(40, shapeOf(net, 2), (y) => net.op('Concat', [y, y], { axis: int(0) })))) },
    { name: 'a huge ConstantOfShape', bytes: () => hostile((net, x) => meanOf(net, x, shapeOf(net, 2 ** 15, 2 ** 15))) },
    { name: 'a ConstantOfShape beyond all', bytes: () => hostile((net, x) => meanOf(net, x, shapeOf(net, 2 ** 40, 2 ** 40))) },
    { name: 'a ConstantOfShape of a hundred thousand axes', bytes: () => hostile((net, x) => meanOf(net, x, shapeFrom(net, new Array<number>(100_000).fill(1)))) },
    { name: 'a huge Expand', bytes: () => hostile((net, x) => meanOf(net, x, net.op('Expand', [net.scalar(1), net.longs(2 ** 15, 2 ** 15)]))) },
    { name: 'a huge Tile', bytes: () => hostile((net, x) => meanOf(net, x, net.op('Tile', [net.scalar(1, [1]), net.longs(2 ** 30)]))) },
    { name: 'a huge Range', bytes: () => hostile((net, x) => meanOf(net, x, net.op('Range', [0, 2 ** 30, 1].map((value) => net.scalar(value))))) },
    { name: 'an endless Range', bytes: () => hostile((net, x) => meanOf(net, x, net.op('Range', [0, 1, 0].map((value) => net.scalar(value))))) },
    { name: 'a huge Pad', bytes: () => hostile((net, x) => net.op('Pad', [x, net.longs(0, 2 ** 29, 0, 2 ** 29)])) },
    { name: 'a huge reflecting Pad', bytes: () => hostile((net, x) => net.op('Pad', [x, net.longs(0, 2 ** 29, 0, 2 ** 29)], { mode: string('reflect') })) },
    { name: 'a huge Resize', bytes: () => hostile((net, x) => net.op('Resize', [x, '', net.constant(tensor('float32', [2], [1, 2 ** 27]))], { mode: string('linear') })) },
    { name: 'a Resize that shrinks a huge tensor', bytes: () => hostile((net, x) => net.op('Resize', [net.op('Tile', [x, net.longs(1, 2 ** 26)]), '', '', net.longs(1, 1000)], { mode: string('cubic'), antialias: int(1) })) },
    { name: 'a Split into a billion', bytes: () => hostile((net, x) => net.op('Split', [x], { axis: int(1), num_outputs: int(1e9) })) },
    { name: 'a Gather of a million', bytes: () => hostile((net, x) => net.op('Gather', [x, net.op('ConstantOfShape', [net.longs(2 ** 20)], { value: { kind: 'tensor', value: tensor('int64', [1], [3]) } })], { axis: int(1) })) },
    { name: 'a MaxPool of huge strides and pads', bytes: () => hostile((net) => net.op('MaxPool', [net.input], { kernel_shape: ints([2 ** 30, 2 ** 30]), pads: ints([2 ** 29, 2 ** 29, 2 ** 29, 2 ** 29]) })) },
    { name: 'an AveragePool of a large window', bytes: () => hostile((net) => net.flatten(net.op('GlobalAveragePool', [net.op('AveragePool', [net.input], { kernel_shape: ints([900, 900]), pads: ints([899, 899, 899, 899]) })]))) },
    { name: 'a Conv of a large kernel', bytes: () => hostile((net) => net.flatten(net.op('GlobalAveragePool', [net.op('Conv', [net.input, shapeOf(net, 4, 3, 512, 512)], { pads: ints([256, 256, 256, 256]) })]))) },
    { name: 'a Conv of a million groups', bytes: () => hostile((net) => net.op('Conv', [net.input, shapeOf(net, 2 ** 20, 1, 1, 1)], { group: int(2 ** 20) })) },
    { name: 'LRN over a million channels', bytes: () => hostile((net) => net.flatten(net.op('GlobalAveragePool', [net.op('LRN', [net.input], { size: int(2 ** 20 + 1), alpha: float(1) })]))) },
    { name: 'an Einsum of a hundred operands', bytes: () => hostile((net, x) => net.op('Einsum', new Array<string>(100).fill(x), { equation: string(`${new Array<string>(100).fill('ab').join(',')}->ab`) })) },
    { name: 'a Dropout mask of a huge tensor', bytes: () => hostile((net, x) => (net.ops('Dropout', [net.op('Tile', [x, net.longs(1, 2 ** 27)])], {}, 2), x)) },
    { name: 'a value with ten thousand users', bytes: () => hostile((net, x) => net.op('Sum', Array.from({ length: 10_000 }, () => net.op('Relu', [x])))) },
    { name: 'a chain of twenty thousand nodes', bytes: () => hostile((net, x) => repeat(20_000, x, (y) => net.op('Relu', [y]))) },
    { name: 'a weight of a thousand Concats', bytes: () => hostile((net, x) => meanOf(net, x, net.op('Concat', new Array<string>(20_000).fill(shapeOf(net, 1000)), { axis: int(0) }))) },
    { name: 'branches inside branches', bytes: () => hostile((net) => net.op('If', [net.constant(tensor('bool', [], [1]))], { then_branch: nested(9), else_branch: nested(1) })) },
    { name: 'functions that double', bytes: () => doubling(hostile((net, x) => net.op('f59', [x])), 60, true) },
    { name: 'functions that double and hold nothing', bytes: () => doubling(hostile((net, x) => (net.ops('f59', [x], {}, 0), x)), 60, false) },
    { name: 'a million empty nodes', bytes: () => emptyNodes(1_000_001) },
    { name: 'an image of 4096 pixels', bytes: () => hostile((net) => net.op('ReduceMax', [net.input, net.longs(2, 3)], { keepdims: int(0) }), [3, 4096, 4096]) },
    { name: 'weights of no elements', bytes: () => hostile((net, x) => net.op('Concat', [x, net.op('Reshape', [net.constant(tensor('float32', [0, 2 ** 40], [])), net.longs(1, 0)], { allowzero: int(1) })], { axis: int(1) })) }
  ])('$name', ({ bytes: build }) => {
    const bytes = build()
    const before = process.resourceUsage().maxRSS / 1024
    const started = performance.now()
    let refused: unknown
    try {
      const model = readFaceModel(bytes, rules)
      gradientProgram(model, imageDims(model, 2), rules, { style: 'blocked', exact: true })
    } catch (error) {
      refused = error
    }
    const took = performance.now() - started
    if (refused !== undefined) expect(refused).toMatchObject({ kind: 'input' })
    if (refused !== undefined) expect(refused).toBeInstanceOf(VidimusError)
    expect(took).toBeLessThan(SLOWEST_MS)
    expect(process.resourceUsage().maxRSS / 1024 - before).toBeLessThan(MOST_MIB)
  })
})
