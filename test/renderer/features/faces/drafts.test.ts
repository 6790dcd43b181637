import { beforeEach, expect, test } from 'vitest'
import type { FivePoints } from '../../../../src/shared/domain/face'
import type { MarkedFace } from '../../../../src/shared/domain/markedFace'
import { dropDraft, isOfThesePoints, isOvertaken, keepOverNewer, learn, readDraft, setPoints } from '../../../../src/renderer/src/features/faces/drafts'

const found: FivePoints = { leftEye: { x: 10, y: 20 }, rightEye: { x: 40, y: 20 }, nose: { x: 25, y: 35 }, mouthLeft: { x: 15, y: 50 }, mouthRight: { x: 35, y: 50 } }
const other = (x: number): FivePoints => ({ ...found, nose: { x, y: 35 } })
let count = 0
let face: MarkedFace

beforeEach(() => {
  face = {
    id: `face-${++count}`, exhibit: 'exhibit', index: 0, mark: null, box: { x: 0, y: 0, width: 50, height: 60 }, score: 0.9, points68: null,
    automatic: found, corrected: null, quality: null, override: null, revision: 1
  }
  learn([face])
})

test('a draft that comes back to the stored points is none any more', () => {
  setPoints(face.id, other(30))
  expect(readDraft(face.id)?.points.nose.x).toBe(30)
  setPoints(face.id, found)
  expect(readDraft(face.id)).toBeNull()
})

test('points stored by another window meanwhile overtake the draft, until the examiner keeps it', () => {
  setPoints(face.id, other(30))
  const newer = { ...face, corrected: other(28), revision: 2 }
  learn([newer])
  setPoints(face.id, other(31))
  expect(isOvertaken(newer, readDraft(face.id)!)).toBe(true)
  keepOverNewer(newer)
  expect(isOvertaken(newer, readDraft(face.id)!)).toBe(false)
  expect(readDraft(face.id)?.points.nose.x).toBe(31)
})

test('an undo after saving is a draft over what was saved', () => {
  setPoints(face.id, other(30))
  const saved = { ...face, corrected: other(30), revision: 2 }
  learn([saved])
  dropDraft(face.id)
  setPoints(face.id, found)
  const draft = readDraft(face.id)!
  expect(draft.points).toEqual(found)
  expect(isOvertaken(saved, draft)).toBe(false)
})

test('what was computed before the points changed is not of these points', () => {
  const before = Date.now() - 1000
  const newer = { ...face, corrected: other(28) }
  learn([newer])
  expect(isOfThesePoints(newer, before)).toBe(false)
  expect(isOfThesePoints(newer, Date.now() + 1)).toBe(true)
  expect(isOfThesePoints(face, Date.now() + 1)).toBe(false)
})
