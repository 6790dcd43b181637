import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Exhibit } from '../../src/shared/domain/exhibit'
import type { FivePoints } from '../../src/shared/domain/face'
import { buildCli, demo } from '../support/cli'
import { newCase, startEngine, startWorkstation, type Workstation } from './support'

const engine = startEngine()
beforeAll(buildCli)
afterAll(() => engine.close())

async function withPhoto(number: number): Promise<{ at: Workstation; exhibit: Exhibit }> {
  const at = await startWorkstation(engine)
  const report = await at.call('exhibit.import', { case: await newCase(at), files: [{ kind: 'path', path: demo(number) }] })
  return { at, exhibit: await at.call('exhibit.get', { id: report.imported[0]!.id }) }
}
const shifted = (points: FivePoints, by: number): FivePoints => ({ ...points, mouthLeft: { x: points.mouthLeft.x, y: points.mouthLeft.y + by }, leftEye: { x: points.leftEye.x, y: points.leftEye.y + by } })
const pixels = ({ bytes }: { bytes: Uint8Array }): Promise<Buffer> => sharp(bytes).raw().toBuffer()

it('correcting points measures there and keeps those found; taking them back gives what was measured first', async () => {
  const { at, exhibit } = await withPhoto(3)
  const face = exhibit.faces[0]!
  const points = shifted(face.automatic!, 12)
  const corrected = await at.call('face.correct', { id: face.id, revision: face.revision, points })
  expect(corrected).toMatchObject({ corrected: points, automatic: face.automatic })
  expect(corrected.quality!.roll).not.toBe(face.quality!.roll)
  await expect(at.call('face.correct', { id: face.id, revision: face.revision, points: null })).rejects.toMatchObject({ code: 'face.conflict' })
  const back = await at.call('face.correct', { id: face.id, revision: corrected.revision, points: null })
  expect(back).toMatchObject({ corrected: null, quality: face.quality })
})

it('crops and plates are made at the points in use, or at those being tried', async () => {
  const { at, exhibit } = await withPhoto(3)
  const { id, revision, automatic } = exhibit.faces[1]!
  const points = shifted(automatic!, 12)
  const [found, tried] = [await at.call('face.crop', { id }), await at.call('face.crop', { id, points })]
  expect([found.type, found.width, found.height]).toEqual(['image/png', 112, 112])
  expect(await pixels(tried)).not.toEqual(await pixels(found))
  const plate = await at.call('face.plate', { id, extent: 1, side: 112 })
  expect([plate.width, plate.height]).toEqual([112, 112])
  await at.call('face.correct', { id, revision, points })
  expect(await pixels(await at.call('face.crop', { id }))).toEqual(await pixels(tried))
  expect(await pixels(await at.call('face.plate', { id, extent: 1, side: 112 }))).not.toEqual(await pixels(plate))
})

it('a face set by hand is measured, boxed, and can be removed', async () => {
  const { at, exhibit } = await withPhoto(6)
  const like = exhibit.faces[0]!
  const added = await at.call('face.add', { exhibit: exhibit.id, points: like.automatic! })
  expect(added).toMatchObject({ automatic: null, score: null, corrected: like.automatic, index: exhibit.faces.length })
  expect(added.quality!.sharpness).toBe(like.quality!.sharpness)
  const [a, b] = [added.box, like.box]
  expect(Math.abs(a.x + a.width / 2 - b.x - b.width / 2) / b.width).toBeLessThan(0.15)
  expect(a.height / b.height).toBeGreaterThan(0.75)
  expect(a.height / b.height).toBeLessThan(1.33)
  await at.call('face.remove', { id: added.id })
  expect((await at.call('exhibit.get', { id: exhibit.id })).faces).toHaveLength(exhibit.faces.length)
  const spot = { x: 5, y: 5 }
  await expect(at.call('face.add', { exhibit: exhibit.id, points: { leftEye: spot, rightEye: spot, nose: spot, mouthLeft: spot, mouthRight: spot } })).rejects.toMatchObject({ kind: 'input', code: 'face.points' })
})

it('looking again keeps marks and corrected points', async () => {
  const { at, exhibit } = await withPhoto(3)
  const { id, revision, automatic } = exhibit.faces[2]!
  await at.call('face.correct', { id, revision, points: shifted(automatic!, 5) })
  await at.call('face.mark', { id, role: 'Q' })
  const again = await at.call('exhibit.analyse', { id: exhibit.id })
  expect(again.faces.map(face => face.id)).toEqual(exhibit.faces.map(face => face.id))
  expect(again.faces[2]).toMatchObject({ mark: { role: 'Q', number: 1 }, corrected: shifted(automatic!, 5), automatic })
})
