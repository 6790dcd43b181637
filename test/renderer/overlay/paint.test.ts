import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signedMap as mainSignedMap } from '../../../src/main/explain/render/overlays'
import { paintMap as mainPaintMap } from '../../../src/main/explain/render/paint'
import { paintMap, rescaled, signedMap, type Rgba, type ShownMap } from '../../../src/renderer/src/overlay/paint'
import { PALETTES } from '../../../src/shared/domain/palettes'
import type { ColourScale } from '../../../src/shared/domain/explanation'
import type { Affine } from '../../../src/shared/geometry/similarity'

const random = (seed: number, length: number): number[] => Array.from({ length }, (_, i) => Math.abs(Math.sin((i + 1) * 78.233 + seed) * 43758.5453) % 1)
const scale: ColourScale = { palette: 'paper', ...PALETTES.paper, limit: 0.0123, maximum: 0.02, opacity: 0.8 }
const maps = (seed: number, width: number, height: number) => {
  const map = (kind: number, from: number) => Float32Array.from(random(seed + kind, width * height), value => (value + from) * 0.03)
  return { width, height, similar: map(1, 0), dissimilar: map(2, 0), combined: map(3, -0.5) }
}

const rgbaOf = (rgb: Uint8Array, width: number, height: number): Rgba => {
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let i = 0; i < width * height; i++) data.set(rgb.subarray(i * 3, i * 3 + 3), i * 4)
  return { width, height, data }
}

describe('paintMap', () => {
  it('gives the very pixels of the reports\u2019 painter, for every map, picture and placing', () => {
    const size = fc.integer({ min: 1, max: 24 })
    const number = fc.double({ min: -2, max: 2, noNaN: true })
    const shift = fc.double({ min: -12, max: 12, noNaN: true })
    // The other painter inverts the placing; a singular one is none.
    const placing = fc.tuple(number, number, shift, number, number, shift).filter(([a, b, , d, e]) => Math.abs(a * e - b * d) > 1e-3)
    fc.assert(
      fc.property(size, size, size, size, placing, fc.constantFrom<ShownMap>('similar', 'dissimilar', 'combined'), fc.integer(), (width, height, columns, rows, toMap: Affine, which, seed) => {
        const rgb = Uint8Array.from(random(seed, width * height * 3), value => Math.floor(value * 256))
        const face = maps(seed, columns, rows)
        const expected = mainPaintMap({ width, height, data: rgb }, mainSignedMap(face, which), toMap, scale)
        const picture = rgbaOf(rgb, width, height)
        paintMap(picture, signedMap(face, which), toMap, scale)
        expect(picture).toEqual(rgbaOf(expected.data, width, height))
      }),
      { numRuns: 300 }
    )
  })

  it('shows the sign by colour and the size by opacity, full from the limit on', () => {
    const values = Float32Array.of(0, 0.5, 1, 9, -1)
    const picture = rgbaOf(new Uint8Array(15), 5, 1)
    paintMap(picture, { width: 5, height: 1, values }, [1, 0, 0, 0, 1, 0], { ...scale, limit: 1, opacity: 1 })
    const pixels = [0, 1, 2, 3, 4].map(at => [...picture.data.slice(at * 4, at * 4 + 3)])
    expect(pixels).toEqual([[72, 72, 72], [36, 116, 66], [0, 160, 60], [0, 160, 60], [240, 20, 140]])
  })
})

it('other colours and another opacity leave the numbers of the scale alone', () => {
  expect(rescaled(scale, 'safe', 0.4)).toEqual({ palette: 'safe', ...PALETTES.safe, limit: scale.limit, maximum: scale.maximum, opacity: 0.4 })
})
