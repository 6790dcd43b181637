import { expect, it } from 'vitest'
import { fromLittleEndian, littleEndian, toNpy } from '../../../src/main/hosts/cli/output/npy'
import { readNpy } from '../../support/npy'

it.each([[[6]], [[2, 3]], [[1, 2, 3]]])('writes shape %j and values as NumPy reads them', (dims) => {
  const data = Float32Array.of(1, -0, 1e-40, Math.PI, -Infinity, 2 ** -126)
  const bytes = toNpy(data, dims)
  expect(bytes.length % 64).toBe(24)
  expect(readNpy(bytes)).toEqual({ dims, data })
})

it('reads back the bytes it writes', () => {
  const data = Float32Array.of(0.1, -3e38, 7)
  expect(fromLittleEndian(littleEndian(data))).toEqual(data)
  expect([...littleEndian(Float32Array.of(1))]).toEqual([0, 0, 128, 63])
})
