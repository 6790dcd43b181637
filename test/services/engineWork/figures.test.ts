import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, it } from 'vitest'
import type { Run } from '../../../src/shared/domain/caseComparison'
import { openDesk } from '../../../src/main/services/engineWork/desk'
import type { CompareRequest, ModelChoice, ReportFiguresRequest, SideRequest, StoredPhoto } from '../../../src/main/services/engineWork/types'
import { demo } from '../../support/cli'

const desk = openDesk()
const folder = mkdtempSync(join(tmpdir(), 'vidimus-figures-'))
const choice: ModelChoice = { model: null, device: 'cpu', cacheFolder: join(import.meta.dirname, '../../../test-results/cli-cache') }
afterAll(async () => {
  await desk.release()
  rmSync(folder, { recursive: true })
})

const context = { report: () => undefined, signal: new AbortController().signal }
const stored = (path: string): StoredPhoto => ({ path, sha256: createHash('sha256').update(readFileSync(path)).digest('hex') })

async function side(number: number, index: number, steps: SideRequest['steps'] = []): Promise<SideRequest> {
  const { faces } = await desk.inspectPhoto(stored(demo(number)), context)
  const { points5: points, box, quality, score } = faces[index]!
  return { photo: stored(demo(number)), points, steps, known: { file: `sample${number}.jpg`, faces: faces.length, face: { index, choice: index, detectorScore: score }, box, pointsFrom: 'automatic', automaticPoints: null, quality, override: null } }
}

/** A run of the model over two faces, as a library would keep it. */
async function ran(change: Partial<CompareRequest> = {}): Promise<ReportFiguresRequest> {
  const request: CompareRequest = { a: await side(3, 0, [{ kind: 'gamma', gamma: 1.8 }]), b: await side(6, 1), choice, threshold: 0.31, fallback: null, palette: 'safe', opacity: 0.6, ...change }
  const { record, enhancedCosine, ...others } = await desk.compareFaces(request, context)
  const { cosine, threshold, decision, model } = record
  const run: Run = {
    id: '00000000-0000-4000-8000-000000000001', comparison: '00000000-0000-4000-8000-000000000002', number: 1, at: record.created, by: 'A', cosine, threshold, decision, thresholdKind: 'user', model: model.name, modelSha256: model.sha256,
    record, ...others, enhanced: enhancedCosine === null ? null : { cosine: enhancedCosine, a: request.a.steps, b: request.b.steps }
  }
  return { label: 'C-1', run, photos: { a: request.a.photo, b: request.b.photo }, choice, folder: null }
}

it('gives a run again from its record: score, maps by their hash, regions, arguments', async () => {
  const request = await ran()
  const { run } = request
  const figures = await desk.reportFigures(request, context)
  expect(figures).toMatchObject({ cosine: run.cosine, enhancedCosine: run.enhanced!.cosine, maps: { sha256: run.mapsSha256, asRecorded: true } })
  const hash = createHash('sha256')
  for (const maps of [figures.shown.a, figures.shown.b]) for (const map of [maps.similar, maps.dissimilar, maps.combined]) hash.update(Buffer.from(map.buffer))
  expect(hash.digest('hex')).toBe(run.mapsSha256)
  expect(figures.maps.arguments).toHaveLength(512)
  expect(figures.maps.arguments.reduce((sum, value) => sum + value, 0)).toBeCloseTo(run.cosine, 4)
  for (const rows of [figures.maps.regions.a, figures.maps.regions.b]) expect(rows.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 6)
})

it('draws the pictures with the record\u2019s own scale, whatever the settings say now', async () => {
  const request = await ran()
  await desk.reportFigures({ ...request, folder }, context)
  await desk.reportPhoto({ photo: request.photos.a, label: 'E-1', folder }, context)
  expect(readdirSync(folder).toSorted()).toEqual([
    ...['combined', 'crop', 'dissimilar', 'enhanced', 'plate', 'similar'].map(which => `C-1-a-${which}.png`), ...['combined', 'crop', 'dissimilar', 'plate', 'similar'].map(which => `C-1-b-${which}.png`), 'E-1-photo.jpg'
  ])
  const size = async (name: string) => sharp(join(folder, name)).metadata()
  expect(await size('C-1-a-crop.png')).toMatchObject({ width: 112, height: 112, format: 'png' })
  expect(await size('C-1-b-similar.png')).toMatchObject({ width: 448, height: 448 })
  const plate = await size('C-1-a-plate.png')
  expect(plate.width).toBe(plate.height)
  expect(plate.width).toBeGreaterThanOrEqual(672)
  expect(await size('E-1-photo.jpg')).toMatchObject({ format: 'jpeg', width: 1600 })
  // Blue is similar in the palette of the record.
  const { channels } = await sharp(join(folder, 'C-1-a-similar.png')).stats()
  expect(channels[2]!.mean).toBeGreaterThan(channels[0]!.mean + 5)
  const first = readFileSync(join(folder, 'C-1-a-plate.png'))
  await desk.reportFigures({ ...request, folder }, context)
  expect(readFileSync(join(folder, 'C-1-a-plate.png')).equals(first)).toBe(true)
})

it('says when the maps are not those of the run', async () => {
  const request = await ran()
  const figures = await desk.reportFigures({ ...request, run: { ...request.run, threshold: 0.32 } }, context)
  expect(figures.maps.asRecorded).toBe(false)
  expect(figures.cosine).toBe(request.run.cosine)
})

it('refuses another model, another method, changed evidence and a cancelled job', async () => {
  const request = await ran()
  const { record } = request.run
  const given = (change: Partial<Run['record']>): ReportFiguresRequest => ({ ...request, run: { ...request.run, record: { ...record, ...change } } })
  await expect(desk.reportFigures(given({ model: { ...record.model, id: 'other', sha256: '0'.repeat(64) } }), context)).rejects.toMatchObject({ code: 'report.model' })
  await expect(desk.reportFigures(given({ method: { ...record.method, name: 'RND' } as never }), context)).rejects.toMatchObject({ code: 'report.method' })
  await expect(desk.reportFigures({ ...request, photos: { ...request.photos, b: { ...request.photos.b, sha256: '0'.repeat(64) } } }, context)).rejects.toMatchObject({ code: 'evidence.mismatch' })
  const cancelled = new AbortController()
  cancelled.abort()
  await expect(desk.reportFigures(request, { ...context, signal: cancelled.signal })).rejects.toMatchObject({ code: 'job.cancelled' })
})
