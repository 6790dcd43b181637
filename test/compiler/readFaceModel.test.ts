import { PbfWriter } from 'pbf'
import { describe, expect, it } from 'vitest'
import { readFaceModel } from '../../src/main/compiler/faceModel'
import { int, ints } from '../../src/main/compiler/onnx/attrs'
import { encodeSpelled } from '../../src/main/compiler/onnx/encode'
import { tensor, type Graph } from '../../src/main/compiler/onnx/graph'
import { gradientProgram } from '../../src/main/compiler/programs/gradient'
import { rules } from '../../src/main/compiler/rules'
import { VidimusError } from '../../src/shared/errors'
import { Net } from './backbones/net'

/** A net that is right, to be spoiled. */
function sound(change: (net: Net, x: string) => string = (_, x) => x, image: readonly number[] = [3, 16, 16]): Net {
  const net = new Net('sound', { opset: 17, batch: 1 }, image)
  const x = change(net, net.conv(net.input, image[0] ?? 3, 8, 3))
  return net.output(net.flatten(net.op('GlobalAveragePool', [x])))
}

const spoiled = (change: Partial<Graph>, net = sound()): Uint8Array => encodeSpelled({ ...net.graph, ...change })

function refusal(bytes: Uint8Array): VidimusError {
  try {
    readFaceModel(bytes, rules)
  } catch (error) {
    if (error instanceof VidimusError) return error
    throw error
  }
  throw new Error('the model was taken')
}

/** A weight that lies in another file, as onnx.save writes it. */
function external(): Uint8Array {
  const pbf = new PbfWriter()
  const writeTensor = (_: unknown, weight: PbfWriter): void => {
    weight.writeVarintField(1, 8)
    weight.writeVarintField(2, 1)
    weight.writeStringField(8, 'conv.weight')
    weight.writeMessage(13, (__, entry) => (entry.writeStringField(1, 'location'), entry.writeStringField(2, 'weights.bin')), undefined)
    weight.writeVarintField(14, 1)
  }
  pbf.writeMessage(7, (_, graph) => graph.writeMessage(5, writeTensor, undefined), undefined)
  return Buffer.concat([sound().bytes, pbf.finish()])
}

describe('a file that is no usable model', () => {
  const { graph } = sound()
  const [conv, pool, flat] = graph.nodes
  if (!conv || !pool || !flat) throw new Error('the net has other nodes')
  const unruled = sound((net, x) => net.op('QuantizeLinear', [net.op('NonZero', [net.op('NonZero', [x])])]))

  it.each([
    { name: 'empty', bytes: new Uint8Array(), code: 'model.empty', says: /empty/ },
    { name: 'text', bytes: Buffer.from('<!doctype html><title>404</title>'), code: 'model.malformed', says: /not a readable ONNX model/ },
    { name: 'a JPEG', bytes: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1]), code: 'model.malformed', says: /not a readable ONNX model/ },
    { name: 'truncated', bytes: sound().bytes.subarray(0, 400), code: 'model.malformed', says: /complete/ },
    { name: 'external data', bytes: external(), code: 'model.external-data', says: /conv\.weight.*save_as_external_data=False/ },
    { name: 'a circle', bytes: spoiled({ nodes: [{ ...conv, op: 'Add', inputs: [graph.inputs[0]?.name ?? '', pool.outputs[0] ?? ''], attrs: {} }, pool, flat] }), code: 'model.cycle', says: /circle through/ },
    { name: 'a missing initializer', bytes: spoiled({ initializers: new Map() }), code: 'model.missing-initializer', says: /weight_0.*export the model again/ },
    { name: 'a value made twice', bytes: spoiled({ nodes: [...graph.nodes, conv] }), code: 'model.duplicate-value', says: /made twice/ },
    { name: 'ops without a rule, all at once', bytes: unruled.bytes, code: 'model.no-rule', says: /NonZero \(2x\), QuantizeLinear \(1x\)/ },
    { name: 'an op of another domain', bytes: spoiled({ nodes: [conv, { ...pool, domain: 'com.example' }, flat] }), code: 'model.no-rule', says: /com\.example\.GlobalAveragePool/ },
    { name: 'one colour', bytes: sound(undefined, [1, 16, 16]).bytes, code: 'model.input-shape', says: /three colour channels.*data: float32 \[1, 1, 16, 16\]/ },
    { name: 'an input of three axes', bytes: spoiled({ inputs: [{ name: 'data', dtype: 'float32', dims: [3, 16, 16] }] }), code: 'model.input-shape', says: /four dimensions/ },
    { name: 'bytes as input', bytes: spoiled({ inputs: [{ name: 'data', dtype: 'uint8', dims: [1, 3, 16, 16] }] }), code: 'model.input-shape', says: /uint8/ },
    { name: 'two images', bytes: spoiled({ inputs: [...graph.inputs, { name: 'other', dtype: 'float32', dims: [1, 3, 16, 16] }] }), code: 'model.input-shape', says: /several image inputs/ },
    { name: 'an input besides the image', bytes: spoiled({ inputs: [...graph.inputs, { name: 'age', dtype: 'float32', dims: [1] }], nodes: [conv, { ...pool, op: 'Add', inputs: [conv.outputs[0] ?? '', 'age'], attrs: {} }, { ...flat, attrs: { axis: int(1) } }] }), code: 'model.extra-input', says: /needs the input "age"/ },
    { name: 'a picture as output', bytes: spoiled({ outputs: [{ name: conv.outputs[0] ?? '', dtype: 'float32', dims: null }] }), code: 'model.embedding', says: /\[1, 8, 14, 14\]/ },
    { name: 'huge images', bytes: spoiled({ inputs: [{ name: 'data', dtype: 'float32', dims: [1, 3, 2 ** 20, 2 ** 20] }] }), code: 'model.input-shape', says: /4096/ },
    { name: 'old operators', bytes: spoiled({ opset: 6 }), code: 'model.opset', says: /opset 6/ },
    { name: 'weights that do not fit', bytes: spoiled({ initializers: new Map([['weight_0', tensor('float32', [8, 4, 3, 3], new Float32Array(288))]]) }), code: 'model.shape', says: /do not fit/ },
    { name: 'a shape that depends on the image', bytes: sound((net, x) => net.op('Reshape', [x, net.op('Cast', [net.op('ReduceMax', [x], { axes: ints([0, 1, 2]), keepdims: int(0) })], { to: int(7) })])).bytes, code: 'model.dynamic-parameter', says: /"shape" is computed from the image/ }
  ])('$name', ({ bytes, code, says }) => {
    const error = refusal(bytes)
    expect(error).toMatchObject({ kind: 'input', code })
    expect(error.message).toMatch(says)
  })
})

describe('the embedding', () => {
  const two = (sizes: readonly number[]): Net => {
    const net = new Net('heads', { opset: 17, batch: 1 }, [3, 8, 8])
    const flat = net.flatten(net.op('GlobalAveragePool', [net.conv(net.input, 3, 8, 3)]))
    return net.output(...sizes.map((size) => net.linear(flat, 8, size)))
  }
  it('is the longest output', () => expect(readFaceModel(two([1, 16, 4]).bytes, rules).embedding.size).toBe(16))
  it('is the one named', () => {
    const net = two([1, 16, 4])
    const name = net.graph.outputs[2]?.name ?? ''
    expect(readFaceModel(net.bytes, rules, name).embedding).toEqual({ name, size: 4 })
  })
  it('must be named where two are as long', () => expect(refusal(two([16, 16]).bytes).message).toMatch(/--output NAME/))
  it('may lack the axis of a batch of one', () => {
    const net = two([16])
    const bytes = encodeSpelled({ ...net.graph, nodes: [...net.nodes, { op: 'Squeeze', domain: '', name: '', inputs: [net.graph.outputs[0]?.name ?? ''], outputs: ['bare'], attrs: {} }], outputs: [{ name: 'bare', dtype: 'float32', dims: null }] })
    const model = readFaceModel(bytes, rules)
    expect(model.embedding).toEqual({ name: 'bare', size: 16 })
    expect(gradientProgram(model, [3, 3, 8, 8], rules).outputDims).toEqual([3, 16])
  })
})
