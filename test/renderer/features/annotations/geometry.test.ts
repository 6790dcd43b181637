import { describe, expect, test } from 'vitest'
import type { FivePoints, Point } from '../../../../src/shared/domain/face'
import { TEMPLATE, cropTransform } from '../../../../src/shared/geometry/alignment'
import { alignedPoints, arrowHead, edited, figureInMiddle, middleOf, numberPlace, toPhotos, wrapped, type Alignment } from '../../../../src/renderer/src/features/annotations/geometry'

/** Five points of a face: the template turned by `angle`, enlarged and shifted, as another photo would show it. */
function five(scale: number, angle: number, x: number, y: number): FivePoints {
  const [cos, sin] = [Math.cos(angle) * scale, Math.sin(angle) * scale]
  const [leftEye, rightEye, nose, mouthLeft, mouthRight] = TEMPLATE.map(point => ({ x: cos * point.x - sin * point.y + x, y: sin * point.x + cos * point.y + y }))
  return { leftEye: leftEye!, rightEye: rightEye!, nose: nose!, mouthLeft: mouthLeft!, mouthRight: mouthRight! }
}

const faces = { a: five(3, 0.2, 400, 250), b: five(0.6, -0.4, 40, 90) }
const alignment: Alignment = { a: cropTransform(faces.a), b: cropTransform(faces.b) }
const nose: Point = TEMPLATE[2]!

const close = (points: readonly Point[], expected: readonly Point[], digits = 6): void => {
  expect(points).toHaveLength(expected.length)
  points.forEach((point, i) => {
    expect(point.x).toBeCloseTo(expected[i]!.x, digits)
    expect(point.y).toBeCloseTo(expected[i]!.y, digits)
  })
}

describe('mirroring', () => {
  test('a mark on the nose of A lies on the nose of B', () => {
    const { a, b } = toPhotos([nose], alignment)
    close(a, [faces.a.nose], 3)
    close(b, [faces.b.nose], 3)
  })

  test('photo A, aligned frame, photo B and back give the same place', () => {
    const drawn = [{ x: 10, y: 20 }, { x: 90.5, y: 33.25 }, { x: -30, y: 140 }]
    const stored = toPhotos(drawn, alignment)
    close(alignedPoints(stored, 'a', alignment.a), drawn)
    close(alignedPoints(stored, 'b', alignment.b), drawn)
    close(toPhotos(alignedPoints(stored, 'b', alignment.b), alignment).a, stored.a)
  })
})

describe('edits', () => {
  const stored = toPhotos([{ x: 20, y: 20 }, { x: 60, y: 60 }], alignment)
  const points = alignedPoints(stored, 'a', alignment.a)

  test('moving one point leaves the pixels of the others alone on both photos', () => {
    // B was aligned anew since: its stored pixels no longer lie under those of A.
    const anew = { ...alignment, b: cropTransform(five(0.7, -0.3, 42, 88)) }
    const next = edited(stored, 'a', [points[0]!, { x: 70, y: 50 }], anew)
    expect([next.a[0], next.b[0]]).toEqual([stored.a[0], stored.b[0]])
    close([next.a[1]!], toPhotos([{ x: 70, y: 50 }], anew).a)
    close([next.b[1]!], toPhotos([{ x: 70, y: 50 }], anew).b)
  })

  test('an edit on B moves A too', () => {
    const next = edited(stored, 'b', [{ x: 21, y: 20 }, { x: 61, y: 60 }], alignment)
    close(alignedPoints(next, 'a', alignment.a), [{ x: 21, y: 20 }, { x: 61, y: 60 }])
  })

  test('a corner less is mirrored whole', () => {
    const next = edited(stored, 'a', [points[1]!], alignment)
    close(next.b, [stored.b[1]!])
  })
})

test('the head of an arrow points at its tip and opens to its tail', () => {
  const [one, tip, other] = arrowHead({ x: 0, y: 0 }, { x: 100, y: 0 }, 10)
  expect(tip).toEqual({ x: 100, y: 0 })
  expect(one.x).toBeCloseTo(other.x)
  expect(one.y).toBeCloseTo(-other.y)
  expect(one.x).toBeLessThan(100)
  expect(Math.hypot(one.x - 100, one.y)).toBeCloseTo(10)
})

test('numbers stand on the rim of a circle and on the first point of everything else', () => {
  const points = [{ x: 10, y: 10 }, { x: 13, y: 14 }]
  const place = numberPlace({ kind: 'circle', points })
  expect(Math.hypot(place.x - 10, place.y - 10)).toBeCloseTo(5)
  expect(numberPlace({ kind: 'arrow', points })).toEqual(points[0])
  expect(middleOf({ kind: 'circle', points })).toEqual(points[0])
  expect(middleOf({ kind: 'arrow', points })).toEqual({ x: 11.5, y: 12 })
})

test.each(['arrow', 'circle', 'polygon', 'text'] as const)('a %s for the keyboard has the points that its kind wants', kind => {
  const { points } = figureInMiddle(kind, { x: 56, y: 70 }, 14)
  expect(points).toHaveLength({ arrow: 2, circle: 2, polygon: 4, text: 1 }[kind])
})

test('long texts are broken, also inside words, and cut after the last line', () => {
  expect(wrapped('scar above the left brow', 10, 5)).toEqual(['scar above', 'the left', 'brow'])
  expect(wrapped('a'.repeat(25), 10, 5)).toEqual(['a'.repeat(10), 'a'.repeat(10), 'a'.repeat(5)])
  expect(wrapped('one two three four', 5, 2)).toEqual(['one', 'two…'])
  expect(wrapped('  ', 5, 2)).toEqual([])
})
