import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { VidimusError } from '../../src/shared/errors'
import { buildCli, demo } from '../support/cli'
import { startEngine, startWorkstation } from './support'

const engine = startEngine()
beforeAll(buildCli)
afterAll(() => engine.close())

it('makes a case of the development photos with two marked faces and a comparison that runs', async () => {
  const at = await startWorkstation(engine, { allowsPaths: false })
  const made = await at.call('case.createSample', { photos: 'development' })
  expect(made).toMatchObject({ number: 'SAMPLE-1', purpose: 'Training and demonstration', tags: ['sample'], status: 'open' })
  const { rows } = await at.call('exhibit.list', { case: made.id })
  expect(rows.map(({ name }) => name)).toEqual([1, 2, 3, 4, 5, 6].map(n => `sample${n}.jpg`))
  const marked = rows.flatMap(({ faces }) => faces).filter(({ mark }) => mark !== null)
  expect(marked.map(({ mark }) => mark)).toEqual([{ role: 'Q', number: 1 }, { role: 'K', number: 1 }])
  const { rows: comparisons } = await at.call('comparison.list', { case: made.id })
  expect(comparisons).toMatchObject([{ faceA: marked[0]!.id, faceB: marked[1]!.id }])
  await at.call('case.begin', { id: made.id })
  expect((await at.call('comparison.run', { id: comparisons[0]!.id })).record.a.pointsFrom).toBe('automatic')
})

it('takes the next free number, the user\u2019s own photos, and one photo of several faces', async () => {
  const at = await startWorkstation(engine)
  const photos = [{ kind: 'path' as const, path: demo(3) }]
  await at.call('case.createSample', { photos })
  const made = await at.call('case.createSample', { photos })
  expect(made.number).toBe('SAMPLE-2')
  const { faces } = (await at.call('exhibit.list', { case: made.id })).rows[0]!
  expect(faces.map(({ mark }) => mark)).toEqual([{ role: 'Q', number: 1 }, { role: 'K', number: 1 }, null])
  expect((await at.call('comparison.list', { case: made.id })).total).toBe(1)
})

it('makes no case where the window names what it may not', async () => {
  const at = await startWorkstation(engine, { allowsPaths: false })
  await expect(at.call('case.createSample', { photos: [{ kind: 'path', path: demo(3) }] })).rejects.toMatchObject({ kind: 'usage', code: 'import.paths' })
  expect((await at.call('case.list', {})).total).toBe(0)
})

it('leaves no empty case among the open ones where no photo can be used, and says so', async () => {
  const at = await startWorkstation(engine)
  const path = join(at.folder, 'notes.jpg')
  writeFileSync(path, 'not a photo')
  await expect(at.call('case.createSample', { photos: [{ kind: 'path', path }] })).rejects.toMatchObject({ kind: 'input', code: 'sample.no-photo-used', message: expect.stringMatching(/notes\.jpg.*SAMPLE-1 .*empty, and was archived/) })
  expect((await at.call('case.list', {})).total).toBe(0)
  expect((await at.call('case.list', { status: ['archived'] })).rows).toMatchObject([{ number: 'SAMPLE-1', exhibits: 0 }])
})

it('keeps what an import brought in before it stopped', async () => {
  const at = await startWorkstation(engine, { upload: () => { throw new VidimusError('fault', 'disk.gone', 'The disk is gone.') } })
  await expect(at.call('case.createSample', { photos: [{ kind: 'path', path: demo(3) }, { kind: 'upload', upload: randomUUID(), name: 'b.jpg', path: null, modified: null }] })).rejects.toMatchObject({ code: 'disk.gone' })
  expect((await at.call('case.list', {})).rows).toMatchObject([{ number: 'SAMPLE-1', exhibits: 1, status: 'open' }])
})
