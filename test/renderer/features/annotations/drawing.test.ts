import { describe, expect, test } from 'vitest'
import { begin, draw, seen, type Drawing, type DrawingAct } from '../../../../src/renderer/src/features/annotations/drawing'
import type { Figure } from '../../../../src/renderer/src/features/annotations/geometry'

const REACH = 2
const press = (x: number, y: number): DrawingAct => ({ act: 'press', at: { x, y }, reach: REACH })
const release = (x: number, y: number): DrawingAct => ({ act: 'release', at: { x, y }, reach: REACH })
const move = (x: number, y: number): DrawingAct => ({ act: 'move', at: { x, y } })

function play(drawing: Drawing, ...acts: DrawingAct[]): { drawing: Drawing; figures: Figure[] } {
  const figures: Figure[] = []
  for (const act of acts) {
    const step = draw(drawing, act)
    drawing = step.drawing
    if (step.figure) figures.push(step.figure)
  }
  return { drawing, figures }
}

describe.each(['arrow', 'circle'] as const)('%s', kind => {
  test('dragged from its first point to its second', () => {
    const { drawing, figures } = play(begin(kind), press(10, 10), move(15, 15), release(20, 20))
    expect(figures).toEqual([{ kind, points: [{ x: 10, y: 10 }, { x: 20, y: 20 }] }])
    expect(drawing).toEqual(begin(kind))
  })

  test('made of two presses', () => {
    const { figures } = play(begin(kind), press(10, 10), release(10.5, 10), move(30, 10), press(30, 10), release(30, 10))
    expect(figures).toEqual([{ kind, points: [{ x: 10, y: 10 }, { x: 30, y: 10 }] }])
  })

  test('a press and release on one spot makes nothing', () => {
    expect(play(begin(kind), press(10, 10), release(11, 10), press(10, 10), release(10, 10)).figures).toEqual([])
  })

  test('follows the pointer', () => {
    const { drawing } = play(begin(kind), press(10, 10), move(12, 18))
    expect(seen(drawing)).toEqual([{ x: 10, y: 10 }, { x: 12, y: 18 }])
  })
})

describe('polygon', () => {
  const corners = [press(0, 0), press(20, 0), press(20, 20)]

  test('closed at its first corner', () => {
    const { figures } = play(begin('polygon'), ...corners, press(1, 1))
    expect(figures).toEqual([{ kind: 'polygon', points: [{ x: 0, y: 0 }, { x: 20, y: 0 }, { x: 20, y: 20 }] }])
  })

  test('closed by a double click, whose second press adds no corner', () => {
    const { figures } = play(begin('polygon'), ...corners, press(20.3, 20), { act: 'close' })
    expect(figures[0]?.points).toHaveLength(3)
  })

  test('not closed with two corners', () => {
    const { drawing, figures } = play(begin('polygon'), press(0, 0), press(20, 0), { act: 'close' }, press(0.5, 0))
    expect(figures).toEqual([])
    expect(drawing.points).toHaveLength(3)
  })

  test('the last corner can be taken back', () => {
    expect(play(begin('polygon'), ...corners, { act: 'back' }).drawing.points).toHaveLength(2)
  })

  test('is finished at 200 corners, the most that are stored', () => {
    const acts = Array.from({ length: 200 }, (_, i) => press(i * 10, 5))
    const { figures } = play(begin('polygon'), ...acts)
    expect(figures.map(({ points }) => points.length)).toEqual([200])
  })
})

test('a text is one press', () => {
  expect(play(begin('text'), move(1, 1), press(7, 8)).figures).toEqual([{ kind: 'text', points: [{ x: 7, y: 8 }] }])
})

test('closing does nothing to other kinds', () => {
  expect(play(begin('arrow'), press(0, 0), { act: 'close' }).figures).toEqual([])
})
