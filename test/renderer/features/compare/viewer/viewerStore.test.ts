import { describe, expect, it } from 'vitest'
import { createViewer, viewportOf, type PaneRef } from '../../../../../src/renderer/src/features/compare/viewer/viewerStore'
import { cropToScreen } from '../../../../../src/renderer/src/features/compare/viewer/viewport'

const crop = { width: 112, height: 112 }
const rectangle = (x: number, y: number, width: number, height: number) => [{ x, y }, { x: x + width, y }, { x: x + width, y: y + height }, { x, y: y + height }]
/** A group photo with the face far on its left, and a close one with the face on its right. */
const photos = { a: rectangle(-50, -200, 2000, 900), b: rectangle(-300, -100, 450, 380) }
const [A, B]: PaneRef[] = [{ side: 'a', turned: 12 }, { side: 'b', turned: -7 }]
const size = { width: 600, height: 400 }

function viewer() {
  const made = createViewer()
  made.setSize(size)
  made.setScene(crop, photos)
  return made
}

/** How much of the pane a photo takes in the direction where it takes more, 0..1. */
function filled(state: ReturnType<ReturnType<typeof createViewer>['get']>, pane: PaneRef): number {
  const seen = photos[pane.side].map(corner => cropToScreen(viewportOf(state, pane), corner))
  const [xs, ys] = [seen.map(({ x }) => x), seen.map(({ y }) => y)]
  for (const x of xs) expect(x).toBeGreaterThanOrEqual(0)
  for (const x of xs) expect(x).toBeLessThanOrEqual(size.width)
  for (const y of ys) expect(y).toBeGreaterThanOrEqual(0)
  for (const y of ys) expect(y).toBeLessThanOrEqual(size.height)
  return Math.max((Math.max(...xs) - Math.min(...xs)) / size.width, (Math.max(...ys) - Math.min(...ys)) / size.height)
}

describe('whole photos', () => {
  it('stand as photographed, faces as before', () => {
    const { fitTo, setLook, get } = viewer()
    fitTo('photo')
    fitTo('photo')
    expect(get().look.upright).toBe(false)
    fitTo('face')
    expect(get().look.upright).toBe(true)
    setLook({ upright: false })
    fitTo('photo')
    fitTo('face')
    expect(get().look.upright).toBe(false)
  })

  it('fill each its own pane, upright or as photographed', () => {
    const { fitTo, setLook, get } = viewer()
    fitTo('photo')
    for (const upright of [true, false]) {
      setLook({ upright })
      for (const pane of [A!, B!]) expect(filled(get(), pane)).toBeGreaterThan(0.95)
    }
  })

  it('lie at the same place again once one is moved, and nothing jumps in that pane', () => {
    const { fitTo, pan, get } = viewer()
    fitTo('photo')
    const before = viewportOf(get(), { side: 'b', turned: 0 }).view
    pan(10, 0, { side: 'b', turned: 0 })
    const after = viewportOf(get(), { side: 'b', turned: 0 }).view
    expect(after).toEqual(viewportOf(get(), { side: 'a', turned: 0 }).view)
    expect(after.scale).toBeCloseTo(before.scale, 9)
    expect(after.centre.x).toBeCloseTo(before.centre.x - 10 / before.scale, 9)
  })

  it('in one pane are those of both faces', () => {
    const { fitTo, setLook, get } = viewer()
    fitTo('photo')
    setLook({ mode: 'overlay' })
    expect(viewportOf(get(), A!).view).toEqual(viewportOf(get(), { ...A!, side: 'b' }).view)
  })
})
