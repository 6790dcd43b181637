import { describe, expect, test } from 'vitest'
import type { FivePoints } from '../../../../src/shared/domain/face'
import { FIVE, coordinates, moved, nudge, samePoints } from '../../../../src/renderer/src/features/faces/points'

const points: FivePoints = { leftEye: { x: 10, y: 20 }, rightEye: { x: 40, y: 20 }, nose: { x: 25, y: 35 }, mouthLeft: { x: 15, y: 50 }, mouthRight: { x: 35, y: 50 } }
const photo = { width: 100, height: 80 }
const press = (key: string, held: { shiftKey?: boolean; ctrlKey?: boolean; metaKey?: boolean } = {}) => nudge({ key, shiftKey: false, ctrlKey: false, metaKey: false, ...held })

test('the five points are set in the order of the template', () => {
  expect(FIVE.map(({ key }) => key)).toEqual(['leftEye', 'rightEye', 'nose', 'mouthLeft', 'mouthRight'])
})

describe('arrow keys', () => {
  test('move by 1 pixel, with Shift by 0.1, with Ctrl by 5', () => {
    expect(press('ArrowRight')).toEqual({ x: 1, y: 0 })
    expect(press('ArrowUp', { shiftKey: true })).toEqual({ x: 0, y: -0.1 })
    expect(press('ArrowDown', { ctrlKey: true })).toEqual({ x: 0, y: 5 })
    expect(press('ArrowLeft', { metaKey: true })).toEqual({ x: -5, y: 0 })
  })

  test('other keys move nothing', () => expect(press('a')).toBeNull())
})

test('a point stays inside the photo, edges included', () => {
  expect(moved(points, 'nose', { x: -30, y: 500 }, photo).nose).toEqual({ x: -0.5, y: 79.5 })
  expect(moved(points, 'nose', { x: 33.3, y: 44.4 }, photo)).toEqual({ ...points, nose: { x: 33.3, y: 44.4 } })
})

test('a tenth of a pixel is a difference, rounding is none', () => {
  expect(samePoints(points, moved(points, 'nose', { x: 25.1, y: 35 }, photo))).toBe(false)
  expect(samePoints(points, moved(points, 'nose', { x: 25 + 1e-9, y: 35 }, photo))).toBe(true)
})

test('coordinates are printed to a tenth', () => expect(coordinates({ x: 12.345, y: 6 })).toBe('12.3, 6.0'))
