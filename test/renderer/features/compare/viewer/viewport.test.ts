import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  MAX_SCALE, asPhotographed, boxAround, clamped, cropBox, cropToScreen, fitted, normalised, panned, screenToCrop, turnOf, union, zoomed, type View, type Viewport
} from '../../../../../src/renderer/src/features/compare/viewer/viewport'
import { apply, type Affine } from '../../../../../src/shared/geometry/similarity'

const coordinate = fc.double({ min: -500, max: 500, noNaN: true })
const point = fc.record({ x: coordinate, y: coordinate })
const view: fc.Arbitrary<View> = fc.record({ centre: point, scale: fc.double({ min: 0.05, max: 64, noNaN: true }), rotation: fc.double({ min: -180, max: 180, noNaN: true }), flip: fc.boolean() })
const viewport: fc.Arbitrary<Viewport> = fc.record({ view, size: fc.record({ width: fc.integer({ min: 1, max: 4000 }), height: fc.integer({ min: 1, max: 3000 }) }) })
const plain: Viewport = { view: { centre: { x: 55.5, y: 55.5 }, scale: 4, rotation: 0, flip: false }, size: { width: 448, height: 448 } }
const close = (a: { x: number; y: number }, b: { x: number; y: number }, digits = 6): void => {
  expect(a.x).toBeCloseTo(b.x, digits)
  expect(a.y).toBeCloseTo(b.y, digits)
}

describe('crop to screen', () => {
  it('fills a pane four times the crop exactly: the crop reaches from -0.5 to 111.5', () => {
    close(cropToScreen(plain, { x: -0.5, y: -0.5 }), { x: 0, y: 0 })
    close(cropToScreen(plain, { x: 111.5, y: 111.5 }), { x: 448, y: 448 })
  })

  it('goes back to where it came from', () => {
    fc.assert(fc.property(viewport, point, (at, where) => close(screenToCrop(at, cropToScreen(at, where)), where, 4)))
  })

  it('turns clockwise on the screen, flipped or not', () => {
    for (const flip of [false, true]) {
      const turned = { ...plain, view: { ...plain.view, rotation: 90, flip } }
      close(cropToScreen(turned, { x: 55.5, y: 45.5 }), { x: 224 + 40, y: 224 })
    }
  })

  it('flips left and right, not up and down', () => {
    const flipped = { ...plain, view: { ...plain.view, flip: true } }
    close(cropToScreen(flipped, { x: 65.5, y: 45.5 }), { x: 224 - 40, y: 224 - 40 })
  })
})

describe('pan and zoom', () => {
  it('a drag moves every place of the face by just as much, however turned', () => {
    const drag = fc.integer({ min: -300, max: 300 })
    fc.assert(
      fc.property(viewport, point, drag, drag, (at, where, dx, dy) => {
        const before = cropToScreen(at, where)
        close(cropToScreen({ ...at, view: panned(at, dx, dy) }, where), { x: before.x + dx, y: before.y + dy }, 3)
      })
    )
  })

  it('zooming keeps what is under the pointer there', () => {
    fc.assert(
      fc.property(viewport, fc.record({ x: fc.integer({ min: 0, max: 999 }), y: fc.integer({ min: 0, max: 999 }) }), fc.double({ min: 0.25, max: 4, noNaN: true }), (at, about, factor) => {
        close(screenToCrop({ ...at, view: zoomed(at, about, factor, 0.01) }, about), screenToCrop(at, about), 3)
      })
    )
  })

  it('stays between its smallest and largest scale', () => {
    expect(zoomed(plain, { x: 0, y: 0 }, 1e6, 0.1).scale).toBe(MAX_SCALE)
    expect(zoomed(plain, { x: 0, y: 0 }, 1e-6, 0.1).scale).toBe(0.1)
  })
})

describe('fit and clamp', () => {
  const box = { x: -200, y: -100, width: 700, height: 300 }
  const corners = [[-200, -100], [500, -100], [500, 200], [-200, 200]].map(([x, y]) => ({ x: x!, y: y! }))

  it('shows all of a box, whatever the turn', () => {
    fc.assert(
      fc.property(viewport, at => {
        const fit = { ...at, view: fitted(at, box) }
        for (const corner of corners) {
          const { x, y } = cropToScreen(fit, corner)
          expect(Math.min(x, y, at.size.width - x, at.size.height - y)).toBeGreaterThanOrEqual(-1e-6)
        }
      })
    )
  })

  it('is tight: without margin the crop touches the pane', () => {
    expect(fitted(plain, cropBox({ width: 112, height: 112 }), 1)).toEqual(plain.view)
  })

  it('holds the centre inside the photo', () => {
    expect(clamped({ ...plain.view, centre: { x: 900, y: -900 }, scale: 0.01 }, box, 0.2)).toEqual({ ...plain.view, centre: { x: 500, y: -100 }, scale: 0.2 })
  })

  it('covers both of two boxes', () => {
    expect(union(box, { x: 0, y: 0, width: 10, height: 900 })).toEqual({ x: -200, y: -100, width: 700, height: 1000 })
  })

  it('boxes a turned rectangle', () => {
    expect(boxAround([{ x: 0, y: 0 }, { x: -4, y: 10 }, { x: -1, y: 3 }])).toEqual({ x: -4, y: 0, width: 4, height: 10 })
  })
})

describe('turns', () => {
  it('brings degrees between -180 and 180', () => {
    expect([0, 180, -180, 270, -270, 721].map(normalised)).toEqual([0, 180, 180, -90, 90, 1])
  })

  it('shows a photo as it was taken: its right is the screen\u2019s right again, or its left when flipped', () => {
    const angle = 0.3
    const toCrop: Affine = [2 * Math.cos(angle), -2 * Math.sin(angle), 7, 2 * Math.sin(angle), 2 * Math.cos(angle), -3]
    for (const flip of [false, true]) {
      const at = { ...plain, view: asPhotographed({ ...plain.view, flip }, turnOf(toCrop)) }
      const [from, to] = [{ x: 10, y: 20 }, { x: 11, y: 20 }].map(place => cropToScreen(at, apply(toCrop, place)))
      close({ x: to!.x - from!.x, y: to!.y - from!.y }, { x: flip ? -8 : 8, y: 0 })
    }
  })
})
