import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeFrame, encodeFrame } from '../../../src/shared/ipc/frame'

const binary = fc.oneof(
  fc.uint8Array().map(array => new Uint8Array(array)),
  fc.float32Array().map(array => new Float32Array(array))
)
const { value: anything } = fc.letrec<{ value: unknown }>(tie => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), binary),
    fc.array(tie('value')),
    fc.dictionary(fc.string().filter(key => key !== '__proto__'), tie('value'), { noNullPrototype: true })
  )
}))

test('whatever goes in comes out, arrays of every length at every depth', () => {
  fc.assert(
    fc.property(anything, value => {
      expect(decodeFrame(encodeFrame(value))).toEqual(value)
    })
  )
})

test('NaN and infinity survive in arrays', () => {
  const array = Float32Array.of(NaN, Infinity, -0)
  expect(decodeFrame(encodeFrame({ array }))).toEqual({ array })
})

test('a frame inside a larger buffer is read in its place, and the arrays are copies', () => {
  const frame = encodeFrame({ map: Float32Array.of(1, 2, 3) })
  const buffer = Buffer.concat([Buffer.from('abc'), frame])
  const { map } = decodeFrame(buffer.subarray(3)) as { map: Float32Array }
  buffer.fill(0)
  expect(map).toEqual(Float32Array.of(1, 2, 3))
})

test('arbitrary bytes are refused in words, never a crash', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
      expect(() => decodeFrame(bytes)).toThrow(/not a frame/)
    })
  )
})

test('a frame cut short, or whose arrays have no place, is refused', () => {
  const frame = encodeFrame({ map: new Float32Array(100) })
  expect(() => decodeFrame(frame.subarray(0, frame.length - 8))).toThrow(/not a frame/)
  const lying = (header: unknown): Uint8Array => {
    const json = Buffer.from(JSON.stringify(header))
    const bytes = Buffer.alloc(4 + json.length + 64)
    bytes.writeUInt32LE(json.length)
    json.copy(bytes, 4)
    return bytes
  }
  const array = { type: 'Uint8Array', length: 1 }
  for (const path of [['missing'], ['__proto__'], ['constructor', 'prototype'], []])
    expect(() => decodeFrame(lying({ value: { a: 1 }, arrays: [{ ...array, path }] })), path.join()).toThrow(/not a frame/)
})
