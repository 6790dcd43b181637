import { expect, it } from 'vitest'
import { encodeModel } from '../../src/main/compiler/onnx/encode'
import { OPSET } from '../../src/main/compiler/onnx/parameters'
import { Session } from '../../src/main/runtime/session'

/** y = x * factor, as a model. */
const product = (factor: number): Uint8Array =>
  encodeModel({
    name: 'product', opset: OPSET,
    inputs: [{ name: 'x', dtype: 'float32', dims: [1] }], outputs: [{ name: 'y', dtype: 'float32', dims: [1] }],
    nodes: [{ op: 'Mul', domain: '', name: 'mul', inputs: ['x', 'factor'], outputs: ['y'], attrs: {} }],
    initializers: new Map([['factor', { dtype: 'float32', dims: [1], data: Float32Array.of(factor) }]])
  })

it.each([['a subnormal product counts as 0', 1e-10, 0], ['a small one does not', 1e-6, Math.fround(Math.fround(1e-6) * Math.fround(1e-30))]])('%s', async (_, x, expected) => {
  const session = await Session.open(product(1e-30), { threads: 1 })
  const { y } = await session.run({ x: { dims: [1], data: Float32Array.of(x) } })
  await session.release()
  expect(y?.data[0]).toBe(expected)
})
