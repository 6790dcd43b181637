import { expect, it } from 'vitest'
import { read, regionUnder } from '../../../../../src/renderer/src/features/compare/viewer/readOut'
import { cropTransform } from '../../../../../src/shared/geometry/alignment'
import { apply } from '../../../../../src/shared/geometry/similarity'

const five = { leftEye: { x: 410, y: 300 }, rightEye: { x: 480, y: 310 }, nose: { x: 440, y: 350 }, mouthLeft: { x: 410, y: 380 }, mouthRight: { x: 465, y: 390 } }
const toCrop = cropTransform(five)
const photoSize = { width: 800, height: 600 }
const map = (from: number) => Float32Array.from({ length: 112 * 112 }, (_, i) => from + i)
const maps = { width: 112, height: 112, similar: map(0), dissimilar: map(20_000), combined: map(-20_000) }

it('gives the photo\u2019s pixel and the maps of the crop\u2019s pixel there', () => {
  const { photo, values } = read(apply(toCrop, { x: 440, y: 350 }), { toCrop, photoSize, maps })
  expect(photo!.x).toBeCloseTo(440, 6)
  expect(photo!.y).toBeCloseTo(350, 6)
  const { x, y } = apply(toCrop, { x: 440, y: 350 })
  const i = Math.round(y) * 112 + Math.round(x)
  expect(values).toEqual({ similar: i, dissimilar: 20_000 + i, combined: -20_000 + i })
})

it('has no values outside the crop, and no pixel outside the photo', () => {
  expect(read({ x: -0.6, y: 3 }, { toCrop, photoSize, maps }).values).toBeNull()
  expect(read({ x: 111.4, y: 111.4 }, { toCrop, photoSize, maps }).values).toMatchObject({ similar: 112 * 112 - 1 })
  expect(read(apply(toCrop, { x: 800, y: 100 }), { toCrop, photoSize, maps }).photo).toBeNull()
  expect(read(apply(toCrop, { x: 799, y: 599 }), { toCrop, photoSize, maps: null })).toEqual({ photo: { x: expect.closeTo(799, 6), y: expect.closeTo(599, 6) }, values: null })
})

it('names the region', () => {
  expect(regionUnder({ x: 38, y: 52 }, { width: 112, height: 112 })).toBe('eyes')
  expect(regionUnder({ x: 56 * 2, y: 72 * 2 }, { width: 224, height: 224 })).toBe('nose')
  expect(regionUnder({ x: 112, y: 52 }, { width: 112, height: 112 })).toBeNull()
})
