import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Point } from '../../src/shared/domain/face'
import { CROP_SIDE, TEMPLATE } from '../../src/shared/geometry/alignment'
import { apply, type Affine } from '../../src/shared/geometry/similarity'
import { alignIn } from '../../src/main/faces/align'
import { suppress } from '../../src/main/faces/nms'
import { makePixels, type Pixels } from '../../src/main/faces/pixels'
import { estimatePose } from '../../src/main/faces/pose'
import { OVERLAP, planLevels, squareAround } from '../../src/main/faces/pyramid'
import { resample } from '../../src/main/faces/resample'

const coordinate = fc.double({ min: -3000, max: 3000, noNaN: true })
const affine = ({ scale, angle, x, y }: { scale: number; angle: number; x: number; y: number }): Affine =>
  [scale * Math.cos(angle), -scale * Math.sin(angle), x, scale * Math.sin(angle), scale * Math.cos(angle), y]
const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)

/** Brightness rises by a fixed amount a pixel: interpolation must reproduce it at any scale. */
function ramp(width: number, height: number): Pixels {
  const out = makePixels(width, height)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) out.data.fill(20 + (200 * (x + 0.5)) / width, (y * width + x) * 3, (y * width + x) * 3 + 3)
  return out
}

describe('resample', () => {
  it.each([[300, 320], [300, 77], [301, 64], [1200, 100], [50, 400]])('keeps a ramp of %i pixels a ramp of %i', (from, to) => {
    const out = resample(ramp(from, 40), { x: 0, y: 0, width: from, height: 40 }, to, 30)
    const edge = Math.ceil(to / from) + 1
    for (let x = edge; x < to - edge; x++) expect(Math.abs(out.data[(15 * to + x) * 3]! - (20 + (200 * (x + 0.5)) / to))).toBeLessThan(2)
  })

  it('takes the part it is told, and repeats the edge outside the picture', () => {
    const out = resample(ramp(300, 40), { x: -150, y: 0, width: 300, height: 40 }, 100, 40)
    expect(out.data[3 * 10]).toBe(ramp(300, 40).data[0])
    expect(Math.abs(out.data[3 * 75]! - (20 + (200 * 76.5) / 300))).toBeLessThan(2)
  })

  it('averages before it shrinks: a fine chessboard becomes grey, not a pattern', () => {
    const board = makePixels(640, 640)
    for (let i = 0; i < 640 * 640; i++) board.data.fill((i + Math.floor(i / 640)) % 2 ? 255 : 0, i * 3, i * 3 + 3)
    const out = resample(board, { x: 0, y: 0, width: 640, height: 640 }, 100, 100)
    expect(Math.max(...out.data) - Math.min(...out.data)).toBeLessThan(40)
  })
})

describe('alignIn', () => {
  /** A soft spot at each point of the template, drawn into a picture at any place, turn and size. */
  function draw(to: Affine, width: number, height: number): { picture: Pixels; places: Point[] } {
    const places = TEMPLATE.map((point) => apply(to, point))
    const spread = 3 * Math.hypot(to[0], to[3])
    const picture = makePixels(width, height)
    for (let y = 0, i = 0; y < height; y++)
      for (let x = 0; x < width; x++, i += 3)
        picture.data.fill(Math.max(...places.map((place) => 250 * Math.exp(-((distance(place, { x, y }) / spread) ** 2)))), i, i + 3)
    return { picture, places }
  }

  it.each([[1, 0, 20], [2.4, 0.3, 150], [5.7, -0.5, 40], [0.6, 0, 30]])('brings the points to the template from scale %f, turned by %f', (scale, angle, shift) => {
    const { picture, places } = draw(affine({ scale, angle, x: shift, y: shift + (angle < 0 ? 300 : 0) }), 800, 800)
    const [leftEye, rightEye, nose, mouthLeft, mouthRight] = places as [Point, Point, Point, Point, Point]
    const crop = alignIn(picture, { leftEye, rightEye, nose, mouthLeft, mouthRight })
    const expected = draw([1, 0, 0, 0, 1, 0], CROP_SIDE, CROP_SIDE).picture
    const difference = crop.data.reduce((sum, value, i) => sum + Math.abs(value - expected.data[i]!), 0) / crop.data.length
    expect(difference).toBeLessThan(1.5)
  })
})

describe('estimatePose', () => {
  /** The model head seen by a camera without perspective: turned right by yaw, down by pitch, clockwise by roll. */
  function project(yaw: number, pitch: number, roll: number): Point[] {
    const [a, b, c] = [yaw, pitch, roll].map((degrees) => (degrees * Math.PI) / 180) as [number, number, number]
    const points: Point[] = Array.from({ length: 68 }, () => ({ x: 0, y: 0 }))
    const head: [number, number, number, number][] = [[30, 0, 0, 0], [8, 0, -330, -65], [36, -225, 170, -135], [45, 225, 170, -135], [48, -150, -150, -125], [54, 150, -150, -125]]
    for (const [i, x, y, z] of head) {
      const [y1, z1] = [y * Math.cos(b) - z * Math.sin(b), y * Math.sin(b) + z * Math.cos(b)]
      const x1 = x * Math.cos(a) + z1 * Math.sin(a)
      points[i] = { x: 400 + 0.4 * (x1 * Math.cos(c) + y1 * Math.sin(c)), y: 300 - 0.4 * (y1 * Math.cos(c) - x1 * Math.sin(c)) }
    }
    return points
  }

  it.each([[0, 0, 0], [30, 0, 0], [-40, 0, 0], [0, 20, 0], [0, -20, 0], [0, 0, 25], [25, 10, 0]])('yaw %i, pitch %i, roll %i', (yaw, pitch, roll) => {
    const pose = estimatePose(project(yaw, pitch, roll))
    // Roll is read off the eye line, which a head turned and nodded at once tilts a little.
    for (const [got, wanted, limit] of [[pose.yaw, yaw, 1], [pose.pitch, pitch, 1], [pose.roll, roll, 8]] as const) if (roll === 0 || got === pose.roll) expect(Math.abs(got - wanted)).toBeLessThan(limit)
  })
})

describe('planLevels', () => {
  it('covers every pixel, windows inside the level, faces up to the overlap whole in one window', () => {
    fc.assert(fc.property(fc.integer({ min: 16, max: 12000 }), fc.integer({ min: 16, max: 12000 }), (width, height) => {
      const levels = planLevels(width, height)
      expect(levels.reduce((sum, { tiles }) => sum + tiles.length, 0)).toBeLessThan(260)
      for (const level of levels) {
        expect(level.scale).toBeLessThanOrEqual(1)
        for (const [length, window, axis] of [[level.width, 320, 'x'], [level.height, 240, 'y']] as const) {
          const starts = [...new Set(level.tiles.map((tile) => tile[axis]))].sort((a, b) => a - b)
          expect(starts[0]).toBe(0)
          expect(starts.at(-1)! + window).toBeGreaterThanOrEqual(length)
          starts.slice(1).forEach((start, i) => expect(starts[i]! + window - start).toBeGreaterThanOrEqual(OVERLAP - 1))
        }
      }
    }))
  })

  it('squareAround stays inside the picture', () => {
    fc.assert(fc.property(coordinate, coordinate, fc.integer({ min: 1, max: 5000 }), (x, y, side) => {
      const box = squareAround({ x, y, width: 50, height: 60 }, side, 640, 480)
      expect(box.x).toBeGreaterThanOrEqual(0)
      expect(box.y).toBeGreaterThanOrEqual(0)
      expect(box.x + box.width).toBeLessThanOrEqual(640)
      expect(box.y + box.height).toBeLessThanOrEqual(480)
    }))
  })
})

describe('suppress', () => {
  it('keeps the surest of boxes that overlap, and all that do not', () => {
    const at = (x: number, score: number) => ({ box: { x, y: 0, width: 10, height: 10 }, score })
    expect(suppress([at(0, 0.7), at(1, 0.9), at(30, 0.6), at(9, 0.8)], 0.4).map(({ score }) => score)).toEqual([0.9, 0.8, 0.6])
  })
})
