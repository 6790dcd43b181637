import { PbfWriter } from 'pbf'
import { describe, expect, it } from 'vitest'
import { int } from '../../../src/main/compiler/onnx/attrs'
import { readFaceModel } from '../../../src/main/compiler/faceModel'
import { encodeSpelled } from '../../../src/main/compiler/onnx/encode'
import type { Attr, Subgraph } from '../../../src/main/compiler/onnx/graph'
import { rules } from '../../../src/main/compiler/rules'
import { ModelCheck } from './check'
import { Net } from './net'

async function expectRight(bytes: Uint8Array): Promise<void> {
  const check = await ModelCheck.open(bytes)
  for (const batch of [1, 2]) {
    const { forward, along, across } = await check.gradient({ batch, style: 'plain', exact: true })
    expect(forward).toBeLessThan(1e-5)
    expect(along).toBeLessThan(1e-2)
    expect(across).toBeLessThan(0.1)
  }
  await check.release()
}

const branch = (op: string, inputs: string[], initializers: Subgraph['initializers'] = new Map()): Attr => ({
  kind: 'graph',
  value: { nodes: [{ op, domain: '', name: 'inner', inputs, outputs: ['branch_output'], attrs: {} }], initializers, outputs: ['branch_output'] }
})

/** squeeze(-1) as torch writes it for a dynamic shape: an If on the last dim, for each of the last two axes. */
function squeezed(net: Net, x: string): string {
  const last = net.op('Gather', [net.op('Shape', [x]), net.constant({ dtype: 'int64', dims: [], data: Float64Array.of(-1) })])
  const condition = net.op('Equal', [last, net.constant({ dtype: 'int64', dims: [], data: Float64Array.of(1) })])
  const axes = new Map([['axes', { dtype: 'int64', dims: [1], data: Float64Array.of(-1) } as const]])
  return net.op('If', [condition], { then_branch: branch('Squeeze', [x, 'axes'], axes), else_branch: branch('Identity', [x]) })
}

/** A FunctionProto that any file may end with, since messages merge field by field. */
function withFunction(bytes: Uint8Array): Uint8Array {
  const node = (op: string, inputs: string[], outputs: string[], alpha?: (attr: PbfWriter) => void) => (_: unknown, pbf: PbfWriter): void => {
    for (const input of inputs) pbf.writeStringField(1, input)
    for (const output of outputs) pbf.writeStringField(2, output)
    pbf.writeStringField(4, op)
    if (alpha) pbf.writeMessage(5, (__, attr) => alpha(attr), undefined)
  }
  const pbf = new PbfWriter()
  // An import of the function's domain, then: leaky(x; slope = 0.1) = LeakyRelu(x, alpha = slope) + x
  pbf.writeMessage(8, (_, opset) => (opset.writeStringField(1, 'own'), opset.writeVarintField(2, 1)), undefined)
  pbf.writeMessage(25, (_, local) => {
    local.writeStringField(1, 'Leaky')
    local.writeStringField(4, 'x')
    local.writeStringField(5, 'y')
    local.writeMessage(7, node('LeakyRelu', ['x'], ['t'], (attr) => (attr.writeStringField(1, 'alpha'), attr.writeVarintField(20, 1), attr.writeStringField(21, 'slope'))), undefined)
    local.writeMessage(7, node('Add', ['t', 'x'], ['y']), undefined)
    local.writeMessage(9, (__, opset) => (opset.writeStringField(1, ''), opset.writeVarintField(2, 18)), undefined)
    local.writeStringField(10, 'own')
    local.writeMessage(11, (__, attr) => (attr.writeStringField(1, 'slope'), attr.writeFloatField(2, 0.1), attr.writeVarintField(20, 1)), undefined)
  }, undefined)
  return Buffer.concat([bytes, pbf.finish()])
}

describe('odd but valid files', () => {
  it('branches that a shape decides', async () => {
    const net = new Net('squeeze', { opset: 13, batch: null })
    const pooled = net.op('GlobalAveragePool', [net.op('Tanh', [net.conv(net.input, 3, 16, 3)])])
    await expectRight(net.output(net.linear(squeezed(net, squeezed(net, pooled)), 16, 8)).bytes)
  })

  it('local functions, called twice with different attributes', async () => {
    const net = new Net('functions', { opset: 18, batch: 1 })
    const call = (x: string, slope?: number): string => {
      const y = net.op('Leaky', [x], slope === undefined ? {} : { slope: { kind: 'float', value: slope } })
      const last = net.nodes.at(-1)
      if (last) last.domain = 'own'
      return y
    }
    const x = call(call(net.conv(net.input, 3, 16, 3, { stride: 2 })), 0.4)
    net.output(net.linear(net.flatten(net.op('GlobalAveragePool', [x])), 16, 8))
    await expectRight(withFunction(net.bytes))
  })

  it('weights behind Identity, an unused output, nodes out of order', async () => {
    const net = new Net('aliases', { opset: 11, batch: 1 })
    const kernel = net.op('Identity', [net.weight([16, 3, 3, 3])])
    const x = net.op('Conv', [net.input, kernel])
    const [half = ''] = net.split(net.op('Conv', [x, net.op('Identity', [net.weight([16, 16, 3, 3])])]), 1, [8, 8])
    net.output(net.flatten(net.op('GlobalAveragePool', [net.op('Mul', [half, half])])))
    await expectRight(net.bytes)
    // ONNX asks for order, but files without it are met, and a program does not depend on it.
    const reversed = encodeSpelled({ ...net.graph, nodes: net.nodes.toReversed() })
    expect(readFaceModel(reversed, rules).embedding).toEqual(readFaceModel(net.bytes, rules).embedding)
  })

  it('Casts to float16 and back around a layer', async () => {
    const net = new Net('half', { opset: 17, batch: 1 })
    const half = net.op('Cast', [net.conv(net.input, 3, 16, 3)], { to: int(10) })
    const x = net.op('Cast', [net.op('Mul', [half, net.op('Cast', [net.weight([1, 16, 1, 1], [1, 2])], { to: int(10) })])], { to: int(1) })
    const check = await ModelCheck.open(net.output(net.linear(net.flatten(net.op('GlobalAveragePool', [x])), 16, 8)).bytes)
    const { forward } = await check.gradient({ batch: 2, style: 'plain', exact: false })
    await check.release()
    // The original rounds to 11 bits on the way; ours does not.
    expect(forward).toBeLessThan(2e-3)
  })
})
