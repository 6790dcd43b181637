import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Point } from '../../../src/shared/domain/face'
import { TEMPLATE } from '../../../src/shared/geometry/alignment'
import { apply, compose, invert, similarity, type Affine } from '../../../src/shared/geometry/similarity'

const coordinate = fc.double({ min: -3000, max: 3000, noNaN: true })
const transform = fc.record({ scale: fc.double({ min: 0.02, max: 20, noNaN: true }), angle: fc.double({ min: -3.1, max: 3.1, noNaN: true }), x: coordinate, y: coordinate })
const affine = ({ scale, angle, x, y }: { scale: number; angle: number; x: number; y: number }): Affine =>
  [scale * Math.cos(angle), -scale * Math.sin(angle), x, scale * Math.sin(angle), scale * Math.cos(angle), y]
const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)

describe('similarity', () => {
  it('recovers any rotation, scale and shift from the template points', () => {
    fc.assert(fc.property(transform, (t) => {
      const moved = TEMPLATE.map((point) => apply(affine(t), point))
      const back = similarity(moved, TEMPLATE)
      moved.forEach((point, i) => expect(distance(apply(back, point), TEMPLATE[i]!)).toBeLessThan(1e-6))
    }))
  })

  it('is the best one: no small change of it comes closer', () => {
    fc.assert(fc.property(fc.array(fc.record({ x: coordinate, y: coordinate }), { minLength: 5, maxLength: 5 }), fc.integer({ min: 0, max: 3 }), (points, change) => {
      fc.pre(points.some((point) => distance(point, points[0]!) > 1))
      const best = similarity(points, TEMPLATE)
      const cost = (m: Affine) => points.reduce((sum, point, i) => sum + distance(apply(m, point), TEMPLATE[i]!) ** 2, 0)
      const [a, , c, d, , f] = best
      for (const step of [1e-3, -1e-3]) {
        const [da, dd, dc, df] = [0, 1, 2, 3].map((k) => (k === change ? step : 0)) as [number, number, number, number]
        const other: Affine = [a + da, -(d + dd), c + dc, d + dd, a + da, f + df]
        expect(cost(other)).toBeGreaterThanOrEqual(cost(best) - 1e-6)
      }
    }))
  })

  it('invert undoes', () => {
    fc.assert(fc.property(transform, coordinate, coordinate, (t, x, y) => {
      expect(distance(apply(invert(affine(t)), apply(affine(t), { x, y })), { x, y })).toBeLessThan(1e-5)
    }))
  })

  it('compose applies the second argument first', () => {
    fc.assert(fc.property(transform, transform, coordinate, coordinate, (s, t, x, y) => {
      const both = apply(compose(affine(s), affine(t)), { x, y })
      expect(distance(both, apply(affine(s), apply(affine(t), { x, y })))).toBeLessThan(1e-6)
    }))
  })
})
