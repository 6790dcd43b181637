import { describe, expect, it } from 'vitest'
import type { FivePoints, Point } from '../../src/shared/domain/face'
import { cropTransform, plateTransform } from '../../src/shared/geometry/alignment'
import { apply, compose, invert, scaleOf, type Affine } from '../../src/shared/geometry/similarity'
import type { Photo } from '../../src/main/faces/photo'
import { cropPixels, makePixels, type Pixels } from '../../src/main/faces/pixels'
import { facePlate } from '../../src/main/faces/plate'

const SIZE = { width: 112, height: 112 }

/** A picture whose red is 20 + x / 4 and whose green is 20 + y / 4: every place tells where it is. */
function chart(width: number, height: number): Pick<Photo, 'width' | 'height' | 'region'> {
  const picture = makePixels(width, height)
  for (let y = 0, i = 0; y < height; y++) for (let x = 0; x < width; x++, i += 3) picture.data.set([20 + x / 4, 20 + y / 4, 200], i)
  return { width, height, region: box => Promise.resolve(cropPixels(picture, box)) }
}

const points = (scale: number, turn: number, at: Point): FivePoints => {
  const place = (x: number, y: number): Point => ({
    x: at.x + scale * (x * Math.cos(turn) - y * Math.sin(turn)), y: at.y + scale * (x * Math.sin(turn) + y * Math.cos(turn))
  })
  return { leftEye: place(-17.6, -20), rightEye: place(17.6, -20.2), nose: place(0, 0), mouthLeft: place(-14.5, 20.6), mouthRight: place(14.7, 20.5) }
}
const colour = ({ width, data }: Pixels, x: number, y: number): number[] => [...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)]

describe('facePlate', () => {
  it.each([['enlarged', 0.8, 0, 600], ['turned', 1.5, 0.5, 400], ['as it is', 1, 0, 224], ['shrunk by blocks', 2.6, -0.3, 160]])('%s: every pixel shows the photo\u2019s place that the transforms name', async (_, scale, turn, side) => {
    const five = points(scale, turn, { x: 400, y: 380 })
    const plate = await facePlate(chart(820, 800), five, { size: SIZE, extent: 2, side })
    const toPhoto = invert(compose(plateTransform(SIZE, 2, side), cropTransform(five)))
    for (const [x, y] of [[3, 5], [side / 2, side / 3], [side - 9, side - 4], [10, side - 20]].map(p => p.map(Math.floor)) as [number, number][]) {
      const place = apply(toPhoto, { x, y })
      expect(Math.abs(colour(plate, x, y)[0]! - (20 + place.x / 4))).toBeLessThan(1.5)
      expect(Math.abs(colour(plate, x, y)[1]! - (20 + place.y / 4))).toBeLessThan(1.5)
    }
  })

  it('is black outside the photo and never past its edge', async () => {
    const five = points(2, 0.2, { x: 30, y: 40 })
    const plate = await facePlate(chart(300, 300), five, { size: SIZE, extent: 3, side: 300 })
    const toPhoto: Affine = invert(compose(plateTransform(SIZE, 3, 300), cropTransform(five)))
    expect(scaleOf(toPhoto)).toBeGreaterThan(2)
    for (let y = 0; y < 300; y += 7)
      for (let x = 0; x < 300; x += 7) {
        const { x: u, y: v } = apply(toPhoto, { x, y })
        const inside = u >= -0.5 && v >= -0.5 && u <= 299.5 && v <= 299.5
        expect(colour(plate, x, y)[2]! > 0).toBe(inside)
      }
  })

  it('is all black where the points lie far off the photo', async () => {
    const plate = await facePlate(chart(100, 100), points(1, 0, { x: 5000, y: 0 }), { size: SIZE, extent: 1, side: 112 })
    expect(plate.data.every(value => value === 0)).toBe(true)
  })

  it('keeps flat colour flat and thin lines at their place, without overshoot past 0..255', async () => {
    const picture = makePixels(200, 200)
    picture.data.fill(255)
    for (let y = 0; y < 200; y++) picture.data.fill(0, (y * 200 + 100) * 3, (y * 200 + 101) * 3)
    const plate = await facePlate({ width: 200, height: 200, region: box => Promise.resolve(cropPixels(picture, box)) }, points(0.5, 0, { x: 100, y: 100 }), { size: SIZE, extent: 1, side: 560 })
    expect(colour(plate, 10, 10)).toEqual([255, 255, 255])
    const row = Array.from({ length: 560 }, (_, x) => colour(plate, x, 280)[0]!)
    const toPhoto = invert(compose(plateTransform(SIZE, 1, 560), cropTransform(points(0.5, 0, { x: 100, y: 100 }))))
    expect(Math.abs(apply(toPhoto, { x: row.indexOf(Math.min(...row)), y: 280 }).x - 100)).toBeLessThan(0.1)
  })
})
