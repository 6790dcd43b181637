import { describe, expect, it } from 'vitest'
import { apply } from '../../../src/shared/geometry/similarity'
import { cropTransform, fromUsualCrop, plateTransform, toUsualCrop } from '../../../src/shared/geometry/alignment'

describe('cropTransform', () => {
  const [leftEye, rightEye, nose, mouthLeft, mouthRight] = [{ x: 210, y: 300 }, { x: 330, y: 310 }, { x: 270, y: 380 }, { x: 220, y: 450 }, { x: 315, y: 455 }]
  const points = { leftEye, rightEye, nose, mouthLeft, mouthRight }
  const place = { x: 281, y: 344 }

  it('gives a larger square crop the same picture, enlarged', () => {
    const [usual, large] = [apply(cropTransform(points), place), apply(cropTransform(points, { width: 160, height: 160 }), place)]
    expect((large.x + 0.5) / 160).toBeCloseTo((usual.x + 0.5) / 112, 9)
    expect((large.y + 0.5) / 160).toBeCloseTo((usual.y + 0.5) / 112, 9)
  })

  it('takes as much from both sides for a narrow crop', () => {
    const [usual, narrow] = [apply(cropTransform(points), place), apply(cropTransform(points, { width: 96, height: 112 }), place)]
    expect(narrow.x).toBeCloseTo(usual.x - 8, 9)
    expect(narrow.y).toBeCloseTo(usual.y, 9)
  })

  it('refuses five points on one spot', () => {
    const spot = { x: 5, y: 5 }
    expect(() => cropTransform({ leftEye: spot, rightEye: spot, nose: spot, mouthLeft: spot, mouthRight: spot })).toThrowError(expect.objectContaining({ kind: 'input', code: 'face.points' }))
  })
})

it('places of a narrow crop go to the usual one and back', () => {
  const size = { width: 144, height: 168 }
  const back = fromUsualCrop(toUsualCrop(place(17.25, 90), size), size)
  expect(back.x).toBeCloseTo(17.25, 9)
  expect(back.y).toBeCloseTo(90, 9)
  expect(toUsualCrop(place(71.5, 83.5), size)).toEqual({ x: 55.5, y: 55.5 })
})

describe('plateTransform', () => {
  it.each([[112, 112, 2, 1344], [96, 112, 1, 500], [160, 160, 3.5, 777]])('crop of %i x %i, extent %f, side %i: as the contract says', (width, height, extent, side) => {
    const at = apply(plateTransform({ width, height }, extent, side), place(20, 30))
    expect((at.x + 0.5) / side).toBeCloseTo((20 + 0.5 - width / 2) / extent / width + 0.5, 9)
    expect((at.y + 0.5) / side).toBeCloseTo((30 + 0.5 - height / 2) / extent / width + 0.5, 9)
  })
})

const place = (x: number, y: number) => ({ x, y })
