import { createHash } from 'node:crypto'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import type { ExplainerId } from '../../../src/shared/domain/explainers'
import { FaceMaps, LiveExplanation } from '../../../src/shared/domain/caseComparison'
import { Picture } from '../../../src/shared/domain/common'
import { PhotoFacts } from '../../../src/shared/domain/exhibit'
import { Face, FaceQuality, type FivePoints } from '../../../src/shared/domain/face'
import { encodeModel } from '../../../src/main/compiler/onnx/encode'
import { SHOWN_MAPS, shownMaps } from '../../../src/main/explain/render/shownMaps'
import { openDesk } from '../../../src/main/services/engineWork/desk'
import type { CompareRequest, InspectedPhoto, KnownFace, ModelChoice, SideRequest, StoredPhoto } from '../../../src/main/services/engineWork/types'
import { explainPair } from '../../../src/main/services/explainPair'
import { demo } from '../../support/cli'
import { tinyGraph } from '../../support/tinyModels'

const desk = openDesk()
const folder = mkdtempSync(join(tmpdir(), 'vidimus-desk-'))
const cacheFolder = join(import.meta.dirname, '../../../test-results/cli-cache')
afterAll(async () => {
  await desk.release()
  rmSync(folder, { recursive: true })
})

const context = { report: () => undefined, signal: new AbortController().signal }
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const stored = (path: string): StoredPhoto => ({ path, sha256: sha256(readFileSync(path)) })
const choice: ModelChoice = { model: null, device: 'cpu', cacheFolder }

const inspected = new Map<number, Promise<InspectedPhoto>>()
function inspect(number: number): Promise<InspectedPhoto> {
  const known = inspected.get(number) ?? desk.inspectPhoto(stored(demo(number)), context)
  inspected.set(number, known)
  return known
}

async function known(number: number, index: number): Promise<KnownFace> {
  const { faces } = await inspect(number)
  const { box, quality, score } = faces[index]!
  return { file: `sample${number}.jpg`, faces: faces.length, face: { index, choice: index, detectorScore: score }, box, pointsFrom: 'automatic', automaticPoints: null, quality, override: null }
}
const side = async (number: number, index: number, change: Partial<SideRequest> = {}): Promise<SideRequest> => ({
  photo: stored(demo(number)), points: (await inspect(number)).faces[index]!.points5, steps: [], known: await known(number, index), ...change
})
const request = async (change: Partial<CompareRequest> = {}): Promise<CompareRequest> => ({
  a: await side(3, 0), b: await side(6, 1), choice, threshold: null, fallback: null, palette: 'paper', opacity: 0.8, ...change
})
const moved = (points: FivePoints, by: number): FivePoints => ({ ...points, nose: { x: points.nose.x + by, y: points.nose.y }, leftEye: { x: points.leftEye.x, y: points.leftEye.y - by } })

describe('inspectPhoto', () => {
  it('gives facts, faces with their crops, and a thumbnail', async () => {
    const { facts, faces, none, thumb } = await inspect(1)
    expect(PhotoFacts.parse(facts)).toMatchObject({ format: 'jpeg', width: 1920, height: 1280, warnings: [], exif: { Make: 'SONY', Model: 'ILCE-7M2' } })
    expect(none).toBeNull()
    for (const face of faces) {
      Face.parse(face)
      expect(await sharp(face.crop.bytes).metadata()).toMatchObject({ format: 'png', width: 112, height: 112 })
    }
    expect(Picture.parse(thumb)).toMatchObject({ type: 'image/webp', width: 320, height: 213 })
  })

  it('says why there is no face, as a result', async () => {
    const path = join(folder, 'wall.png')
    await sharp({ create: { width: 300, height: 200, channels: 3, background: '#778' } }).png().toFile(path)
    const { faces, none, thumb } = await desk.inspectPhoto(stored(path), context)
    expect([faces, none]).toEqual([[], expect.stringContaining('No face was found')])
    expect(thumb).toMatchObject({ width: 300, height: 200 })
  })

  it('takes broken EXIF as a warning, and bounds what it takes', async () => {
    const path = join(folder, 'exif.jpg')
    const bytes = await sharp(demo(1)).resize(300).withExif({ IFD0: { Artist: 'x'.repeat(5000), Copyright: 'a\u0007b\nc' } }).jpeg().toBuffer()
    writeFileSync(path, bytes)
    const { exif } = (await desk.inspectPhoto(stored(path), context)).facts
    expect(exif.Artist).toHaveLength(500)
    expect(exif.Copyright).toBe('a b c')
    const at = bytes.indexOf('Exif\0\0')
    bytes.fill(0xff, at + 6, at + 30)
    writeFileSync(path, bytes)
    const { facts } = await desk.inspectPhoto(stored(path), context)
    expect(Object.keys(facts.exif)).not.toContain('Artist')
    expect(facts.width).toBe(300)
  })
})

describe('evidence', () => {
  it('whose bytes changed is never looked at, by no function', async () => {
    const path = join(folder, 'changed.jpg')
    copyFileSync(demo(5), path)
    const photo = stored(path)
    const bytes = readFileSync(path)
    bytes[bytes.length - 100]! ^= 1
    writeFileSync(path, bytes)
    const { points, known } = await side(5, 0)
    const refused = { kind: 'input', code: 'evidence.mismatch', detail: { found: sha256(bytes), sha256: photo.sha256 } }
    const tampered = { photo, points, steps: [], known }
    await expect(desk.inspectPhoto(photo, context)).rejects.toMatchObject(refused)
    await expect(desk.renderPhoto({ photo, size: 'view' }, context)).rejects.toMatchObject(refused)
    await expect(desk.measureFace({ photo, points, found: null }, context)).rejects.toMatchObject(refused)
    await expect(desk.cropFace({ photo, points, choice }, context)).rejects.toMatchObject(refused)
    await expect(desk.plateFace({ photo, points, choice, extent: 2, side: 200, steps: [] }, context)).rejects.toMatchObject(refused)
    await expect(desk.compareFaces(await request({ b: tampered }), context)).rejects.toMatchObject(refused)
  })

  it('that is gone is told so', async () => {
    await expect(desk.renderPhoto({ photo: { path: join(folder, 'gone.jpg'), sha256: '0'.repeat(64) }, size: 'view' }, context)).rejects.toMatchObject({ kind: 'input', code: 'evidence.missing' })
  })
})

describe('pictures', () => {
  it('view: upright, as large as the photo up to 2400 pixels, lossless where it is small', async () => {
    const large = join(folder, 'large.jpg')
    await sharp(demo(1)).rotate(90).resize(2000, 3000).withMetadata({ orientation: 6 }).jpeg().toFile(large)
    expect(await desk.renderPhoto({ photo: stored(large), size: 'view' }, context)).toMatchObject({ type: 'image/jpeg', width: 2400, height: 1600 })
    const small = join(folder, 'small.png')
    await sharp(demo(1)).resize(200, 150, { fit: 'fill' }).png().toFile(small)
    const view = await desk.renderPhoto({ photo: stored(small), size: 'view' }, context)
    expect(view).toMatchObject({ type: 'image/png', width: 200, height: 150 })
    expect(Buffer.compare(await sharp(view.bytes).raw().toBuffer(), await sharp(small).raw().toBuffer())).toBe(0)
  })

  it('crop: the model\u2019s own input; the same as inspecting gave', async () => {
    const { photo, points } = await side(3, 1)
    const crop = await desk.cropFace({ photo, points, choice }, context)
    expect(Buffer.compare(crop.bytes, (await inspect(3)).faces[1]!.crop.bytes)).toBe(0)
    const path = join(folder, 'large.onnx')
    writeFileSync(path, encodeModel(tinyGraph({}, 160)))
    expect(await desk.cropFace({ photo, points, choice: { ...choice, model: path } }, context)).toMatchObject({ width: 160, height: 160 })
  })

  it('plate: square, of the wanted side, changed by the steps', async () => {
    const { photo, points } = await side(3, 1)
    const plate = (steps: CompareRequest['a']['steps']) => desk.plateFace({ photo, points, choice, extent: 2, side: 400, steps }, context)
    const [plain, grey] = [await plate([]), await plate([{ kind: 'grey' }])]
    expect([plain.width, plain.height]).toEqual([400, 400])
    const { channels } = await sharp(grey.bytes).stats()
    expect(channels[0]!.mean).toBe(channels[1]!.mean)
    expect(plain.bytes).not.toEqual(grey.bytes)
  })
})

describe('measureFace', () => {
  it('measures at the points as it was measured when they were found, and elsewhere something else', async () => {
    const { faces } = await inspect(6)
    const { quality, points5, crop } = faces[0]!
    const again = await desk.measureFace({ photo: stored(demo(6)), points: points5, found: null }, context)
    FaceQuality.parse(again.quality)
    expect(again.crop).toEqual(crop)
    expect(again.quality).toMatchObject({ interEyePx: quality.interEyePx, sharpness: quality.sharpness, luminance: quality.luminance, clipped: quality.clipped })
    for (const angle of ['yaw', 'pitch', 'roll'] as const) expect(Math.abs(again.quality[angle] - quality[angle])).toBeLessThan(6)
    const { quality: same } = await desk.measureFace({ photo: stored(demo(6)), points: points5, found: faces[0]! }, context)
    expect(same).toEqual(quality)
    const other = await desk.measureFace({ photo: stored(demo(6)), points: moved(points5, 9), found: null }, context)
    expect(other.quality.sharpness).not.toBe(quality.sharpness)
    expect(other.quality.roll).toBeGreaterThan(again.quality.roll)
  })

  it('refuses points off the photo or on one spot', async () => {
    const spot = { x: 9, y: 9 }
    const off = moved((await inspect(6)).faces[0]!.points5, 0)
    const points = Object.fromEntries(Object.entries(off).map(([name, { x, y }]) => [name, { x: x + 9000, y }])) as FivePoints
    for (const wrong of [points, { leftEye: spot, rightEye: spot, nose: spot, mouthLeft: spot, mouthRight: spot }])
      await expect(desk.measureFace({ photo: stored(demo(6)), points: wrong, found: null }, context)).rejects.toMatchObject({ kind: 'input', code: 'face.points' })
  })
})

describe('comparing', () => {
  it('gives the record, the score and the maps of `vidimus explain` for the same faces', async () => {
    const cli = await explainPair({ a: demo(3), b: demo(6), faceA: 0, faceB: 1, device: 'cpu', cacheFolder })
    const { record, mapsSha256, automaticCosine, enhancedCosine } = await desk.compareFaces(await request(), context)
    const live = LiveExplanation.parse(await desk.explainFaces({ ...(await request()), enhanced: false, explainer: 'xssab' }, context))
    const same = (one: object) => ({ ...one, created: null, timings: null, colourScale: null, model: { ...(one as typeof record).model, cache: null } })
    expect(same(record)).toEqual(same(cli.record))
    expect([automaticCosine, enhancedCosine]).toEqual([null, null])
    expect([live.cosine, live.threshold, live.mapsSha256, live.decision]).toEqual([record.cosine, record.threshold, mapsSha256, record.decision])
    expect(live.arguments).toEqual(cli.explanation.arguments)
    const hash = createHash('sha256')
    for (const name of ['a', 'b'] as const) {
      const maps = shownMaps(cli.explanation.maps[name])
      FaceMaps.parse(live[name])
      for (const which of SHOWN_MAPS) {
        expect(Buffer.compare(Buffer.from(live[name][which].buffer), Buffer.from(Float32Array.from(maps[which]).buffer))).toBe(0)
        hash.update(Buffer.from(live[name][which].buffer))
      }
    }
    expect(hash.digest('hex')).toBe(mapsSha256)
  })

  it('another threshold splits the arguments anew: other maps, same score', async () => {
    const at = async (threshold: number | null) => desk.explainFaces({ ...(await request({ threshold })), enhanced: false, explainer: 'xssab' }, context)
    const [usual, high] = [await at(null), await at(0.9)]
    expect(high.cosine).toBe(usual.cosine)
    expect(high).toMatchObject({ threshold: 0.9, decision: 'non-match' })
    expect(high.mapsSha256).not.toBe(usual.mapsSha256)
    expect((await at(0.9)).mapsSha256).toBe(high.mapsSha256)
    expect((await desk.compareFaces(await request({ threshold: 0.9 }), context)).record.thresholdOrigin).toEqual({ kind: 'user' })
    expect((await desk.compareFaces(await request({ threshold: usual.threshold }), context)).record.thresholdOrigin.kind).toBe('calibrated')
  })

  it('another explainer gives other maps of the same score, the margin in parts where it has any, and stops when told', async () => {
    const by = async (explainer: ExplainerId, more: Partial<Parameters<typeof desk.explainFaces>[1]> = {}) => desk.explainFaces({ ...(await request()), enhanced: false, explainer }, { ...context, ...more })
    const [usual, margin, control] = [await by('xssab'), LiveExplanation.parse(await by('xssab-l-margin')), await by('centre')]
    expect([usual.explainer, usual.margin, margin.explainer, control.margin]).toEqual(['xssab', null, 'xssab-l-margin', null])
    for (const other of [margin, control]) {
      expect([other.cosine, other.arguments]).toEqual([usual.cosine, usual.arguments])
      expect(other.mapsSha256).not.toBe(usual.mapsSha256)
      expect(other.a.combined.every((value, i) => value === other.a.similar[i]! - other.a.dissimilar[i]!)).toBe(true)
    }
    for (const name of ['a', 'b'] as const) {
      const { regions, rest } = margin.margin![name]
      expect(Object.values(regions).reduce((sum, value) => sum + value, rest)).toBeCloseTo(usual.cosine - usual.threshold, 5)
    }
    const stop = new AbortController()
    const seen: { done: number; total: number }[] = []
    const report = (passes: { done: number; total: number }): void => {
      seen.push(passes)
      stop.abort()
    }
    await expect(by('xface3', { report, signal: stop.signal })).rejects.toMatchObject({ kind: 'cancelled' })
    expect(seen).toEqual([{ done: 20, total: 2262 }])
  })

  it('corrected points change the score; the score with the points as found is kept beside it', async () => {
    const plain = await side(3, 0)
    const a = { ...plain, points: moved(plain.points, 8), known: { ...plain.known, pointsFrom: 'corrected' as const, automaticPoints: plain.points } }
    const { record, automaticCosine } = await desk.compareFaces(await request({ a }), context)
    const { cosine } = (await desk.compareFaces(await request(), context)).record
    expect(automaticCosine).toBe(cosine)
    expect(record.cosine).not.toBe(cosine)
    expect(record.a).toMatchObject({ pointsFrom: 'corrected', points: a.points, automaticPoints: plain.points })
    expect(record.a.interEyePixels).not.toBe((await inspect(3)).faces[0]!.quality.interEyePx)
    expect(record.wording.limits.join()).toContain('A was aligned by points that the examiner corrected')
  })

  it('a face set by hand needs no box and no detector', async () => {
    const b = await side(6, 1, { known: { ...(await known(6, 1)), faces: 0, face: null, box: null, pointsFrom: 'hand' } })
    const { record } = await desk.compareFaces(await request({ b }), context)
    expect(record.b).toMatchObject({ box: null, face: null, pointsFrom: 'hand', points: b.points })
    expect(record.cosine).toBe((await desk.compareFaces(await request(), context)).record.cosine)
  })

  it('enhancement is explained on demand and scored beside the original', async () => {
    const steps = [{ kind: 'gamma', gamma: 2 }, { kind: 'sharpen', sigma: 1 }] as const
    const enhanced = await request({ a: await side(3, 0, { steps: [...steps] }) })
    const { record, enhancedCosine } = await desk.compareFaces(enhanced, context)
    const plain = await desk.explainFaces({ ...enhanced, enhanced: false, explainer: 'xssab' }, context)
    const copy = await desk.explainFaces({ ...enhanced, enhanced: true, explainer: 'xssab' }, context)
    expect(record.cosine).toBe(plain.cosine)
    expect(enhancedCosine).toBe(copy.cosine)
    expect(copy.cosine).not.toBe(plain.cosine)
    expect(copy.mapsSha256).not.toBe(plain.mapsSha256)
  })

  it('a model without calibration wants a threshold, from the settings or the slider', async () => {
    const path = join(folder, 'mine.onnx')
    writeFileSync(path, encodeModel(tinyGraph({}, 112)))
    const mine = { ...choice, model: path }
    await expect(desk.explainFaces({ ...(await request({ choice: mine })), enhanced: false, explainer: 'xssab' }, context)).rejects.toMatchObject({ kind: 'usage', code: 'threshold.unknown' })
    expect((await desk.explainFaces({ ...(await request({ choice: mine, fallback: 0.4 })), enhanced: false, explainer: 'xssab' }, context)).threshold).toBe(0.4)
    writeFileSync(path, 'no model any more')
    await expect(desk.openModel(mine, context)).rejects.toMatchObject({ kind: 'input' })
  })

  it('stops when cancelled', async () => {
    const controller = new AbortController()
    controller.abort()
    await expect(desk.compareFaces(await request(), { ...context, signal: controller.signal })).rejects.toMatchObject({ kind: 'cancelled' })
  })
})
