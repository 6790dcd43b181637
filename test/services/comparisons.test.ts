import { createHash } from 'node:crypto'
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Exhibit } from '../../src/shared/domain/exhibit'
import { evidencePath } from '../../src/main/evidence/evidenceStore'
import { explainPair } from '../../src/main/services/explainPair'
import { buildCli, demo } from '../support/cli'
import { newCase, startEngine, startWorkstation, type Workstation } from './support'

const engine = startEngine()
beforeAll(buildCli)
afterAll(() => engine.close())

interface Pair {
  at: Workstation
  exhibits: [Exhibit, Exhibit]
  /** The comparison's id. */
  id: string
}

async function pairOf(paths: [string, string], faces: [number, number]): Promise<Pair> {
  const at = await startWorkstation(engine)
  await at.call('settings.set', { patch: { device: 'cpu' } })
  const caseId = await newCase(at)
  await at.call('case.begin', { id: caseId })
  const { imported } = await at.call('exhibit.import', { case: caseId, files: paths.map(path => ({ kind: 'path' as const, path })) })
  const exhibits = [await at.call('exhibit.get', { id: imported[0]!.id }), await at.call('exhibit.get', { id: imported[1]!.id })] as [Exhibit, Exhibit]
  const [faceA, faceB] = exhibits.map(({ faces: all }, i) => all[faces[i]!]!.id) as [string, string]
  return { at, exhibits, id: (await at.call('comparison.create', { case: caseId, faceA, faceB })).id }
}

it('a run is what `vidimus explain` says of the same faces, and is kept', async () => {
  const { at, id } = await pairOf([demo(3), demo(6)], [0, 1])
  const run = await at.call('comparison.run', { id })
  const cli = await explainPair({ a: demo(3), b: demo(6), faceA: 0, faceB: 1, device: 'cpu', cacheFolder: process.env.VIDIMUS_CACHE_DIR! })
  const { a, b, cosine, threshold, arguments: args, thresholdOrigin, wording } = run.record
  expect({ a, b, cosine, threshold, args, thresholdOrigin, wording }).toEqual({
    a: cli.record.a, b: cli.record.b, cosine: cli.record.cosine, threshold: cli.record.threshold, args: cli.record.arguments, thresholdOrigin: cli.record.thresholdOrigin, wording: cli.record.wording
  })
  expect(run).toMatchObject({ number: 1, cosine, automaticCosine: null, enhanced: null })
  expect(await at.call('run.get', { id: run.id })).toEqual(run)
  const live = await at.call('comparison.explain', { id })
  expect([live.cosine, live.mapsSha256]).toEqual([run.cosine, run.mapsSha256])
  const hash = createHash('sha256')
  for (const maps of [live.a, live.b]) for (const map of [maps.similar, maps.dissimilar, maps.combined]) hash.update(Buffer.from(map.buffer))
  expect(hash.digest('hex')).toBe(run.mapsSha256)
  expect((await at.call('run.list', { comparison: id })).total).toBe(1)
  const actions = (await at.call('library.audit', { case: null, limit: 4 })).rows.map(({ action }) => action)
  expect(actions.slice(0, 2)).toEqual(['comparison.run', 'evidence.checked'])
})

it('nothing is scored before a use of the case was begun, or after it was ended', async () => {
  const { at, exhibits: [a], id } = await pairOf([demo(3), demo(6)], [0, 1])
  await at.call('library.open', { folder: join(at.folder, 'library') })
  for (const call of ['comparison.run', 'comparison.explain'] as const)
    await expect(at.call(call, { id })).rejects.toMatchObject({ kind: 'usage', code: 'case.not-begun', message: expect.stringContaining('2025-1') as string })
  const use = await at.call('case.begin', { id: a.case })
  await at.call('comparison.explain', { id })
  await at.call('case.end', { use: use.id })
  await expect(at.call('comparison.run', { id })).rejects.toMatchObject({ code: 'case.not-begun' })
})

it('settings and enhancement count: colours, threshold, copies beside the original', async () => {
  const { at, id } = await pairOf([demo(3), demo(6)], [1, 2])
  await at.call('settings.set', { patch: { palette: 'safe', opacity: 0.5 } })
  await at.call('enhancement.set', { comparison: id, enhancement: { a: [{ kind: 'gamma', gamma: 1.8 }], b: [] } })
  const run = await at.call('comparison.run', { id, threshold: 0.5 })
  expect(run).toMatchObject({ threshold: 0.5, thresholdKind: 'user', enhanced: { a: [{ kind: 'gamma', gamma: 1.8 }], b: [] }, record: { colourScale: { palette: 'safe', opacity: 0.5 } } })
  const [plain, enhanced] = [await at.call('comparison.explain', { id, threshold: 0.5 }), await at.call('comparison.explain', { id, threshold: 0.5, enhanced: true })]
  expect(plain.cosine).toBe(run.cosine)
  expect(enhanced.cosine).toBe(run.enhanced!.cosine)
  expect(enhanced.cosine).not.toBe(plain.cosine)
})

it('corrected points and a face set by hand are told in the record', async () => {
  const { at, exhibits: [a, b], id } = await pairOf([demo(3), demo(6)], [0, 1])
  const before = await at.call('comparison.run', { id })
  const face = a.faces[0]!
  const points = { ...face.automatic!, nose: { x: face.automatic!.nose.x + 7, y: face.automatic!.nose.y } }
  await at.call('face.correct', { id: face.id, revision: face.revision, points })
  const after = await at.call('comparison.run', { id })
  expect(after).toMatchObject({ number: 2, automaticCosine: before.cosine, record: { a: { pointsFrom: 'corrected', points, automaticPoints: face.automatic, face: { index: 0, choice: 0 } } } })
  expect(after.cosine).not.toBe(before.cosine)
  const hand = await at.call('face.add', { exhibit: b.id, points: b.faces[1]!.automatic! })
  const other = await at.call('comparison.create', { case: b.case, faceA: face.id, faceB: hand.id })
  expect((await at.call('comparison.run', { id: other.id })).record.b).toMatchObject({ pointsFrom: 'hand', face: null, box: null, faces: b.faces.length })
})

it('tampered evidence blocks the run and leaves a record for good', async () => {
  const { at, exhibits: [, b], id } = await pairOf([demo(3), demo(6)], [0, 0])
  await at.call('comparison.explain', { id })
  const path = evidencePath(join(at.folder, 'library'), b.sha256)
  const original = readFileSync(path)
  chmodSync(path, 0o644)
  writeFileSync(path, Buffer.concat([original, Buffer.from([0])]))
  await expect(at.call('comparison.run', { id })).rejects.toMatchObject({ kind: 'input', code: 'evidence.failed', message: expect.stringContaining('E-2 "sample6.jpg"') as string })
  expect((await at.call('run.list', { comparison: id })).total).toBe(0)
  writeFileSync(path, original)
  await at.call('comparison.run', { id })
  expect((await at.call('exhibit.get', { id: b.id })).evidence.state).toBe('failed')
  expect((await at.call('library.audit', { case: b.case })).rows.map(({ action }) => action)).toContain('evidence.failed')
})

it('a face whose quality is red is compared only with a reason, which the record keeps', async () => {
  const at = await startWorkstation(engine)
  const blurred = join(at.folder, 'blurred.png')
  await sharp(demo(6)).linear(0.06, 0).png().toFile(blurred)
  const caseId = await newCase(at)
  await at.call('case.begin', { id: caseId })
  const { imported } = await at.call('exhibit.import', { case: caseId, files: [blurred, demo(3)].map(path => ({ kind: 'path' as const, path })) })
  const dark = await at.call('exhibit.get', { id: imported[0]!.id })
  const points = (await at.call('exhibit.import', { case: await newCase(at, '2'), files: [{ kind: 'path', path: demo(6) }] })).imported[0]!
  const { automatic } = (await at.call('exhibit.get', { id: points.id })).faces[0]!
  const face = await at.call('face.add', { exhibit: dark.id, points: automatic! })
  const other = (await at.call('exhibit.get', { id: imported[1]!.id })).faces[0]!
  const { id } = await at.call('comparison.create', { case: caseId, faceA: face.id, faceB: other.id })
  for (const call of ['comparison.run', 'comparison.explain'] as const)
    await expect(at.call(call, { id })).rejects.toMatchObject({ kind: 'usage', code: 'face.unsuitable', message: expect.stringMatching(/E-1 "blurred\.png" is not suitable .*brightness/) as string, detail: { faces: [{ face: face.id }] } })
  await at.call('face.override', { id: face.id, reason: 'The only picture of the driver.' })
  const { record } = await at.call('comparison.run', { id })
  expect(record.a.override).toBe('The only picture of the driver.')
  expect(record.wording.limits.join()).toContain('The only picture of the driver.')
})

it('refuses what was taken out; a library open for reading can be looked at and not added to', async () => {
  const { at, exhibits: [a], id } = await pairOf([demo(3), demo(6)], [0, 1])
  await at.call('exhibit.remove', { id: a.id, reason: 'Wrong case' })
  await expect(at.call('comparison.run', { id })).rejects.toMatchObject({ kind: 'usage', code: 'comparison.removed-exhibit' })
  await at.call('exhibit.restore', { id: a.id })
  await at.call('library.open', { folder: join(at.folder, 'library'), mode: 'read' })
  await expect(at.call('comparison.run', { id })).rejects.toMatchObject({ code: 'library.read-only' })
  expect((await at.call('comparison.explain', { id })).arguments).toHaveLength(512)
})

it('cancelling while the model opens stops the waiting, not the engine', async () => {
  const own = startEngine()
  const { at, exhibits, id } = await pairOf([demo(3), demo(6)], [0, 1])
  const fresh = await startWorkstation(own)
  await at.services.libraries.close()
  await fresh.call('library.open', { folder: join(at.folder, 'library') })
  await fresh.call('case.begin', { id: exhibits[0].case })
  const controller = new AbortController()
  const explained = fresh.call('comparison.explain', { id }, { signal: controller.signal, report: ({ done }) => done === 0 && controller.abort() })
  await expect(explained).rejects.toMatchObject({ kind: 'cancelled' })
  const { pid } = own
  expect(pid).toBeTypeOf('number')
  expect((await fresh.call('comparison.explain', { id })).arguments).toHaveLength(512)
  expect(own.pid).toBe(pid)
  await fresh.services.libraries.close()
  own.close()
})
