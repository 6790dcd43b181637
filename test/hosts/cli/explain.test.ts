import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { Comparison } from '../../../src/shared/domain/comparison'
import { ModelManifest } from '../../../src/shared/domain/model'
import { encodeModel } from '../../../src/main/compiler/onnx/encode'
import { buildCli, demo, scratch, vidimus } from '../../support/cli'
import { relativeError } from '../../support/numbers'
import { readNpy } from '../../support/npy'
import { tinyGraph } from '../../support/tinyModels'

/** The default recogniser's calibration, as the manifest has it. */
const calibrated = ModelManifest.parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../../resources/models/models.json'), 'utf8'))).models.find(({ role }) => role === 'recognition')!.calibration!

beforeAll(buildCli)
vi.setConfig({ testTimeout: 240_000 })

const load = (folder: string): Comparison => Comparison.parse(JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8')))

describe('vidimus explain', () => {
  it('takes two photos and writes score, decision, maps and sheet', async () => {
    const cwd = scratch()
    const { status, stdout, stderr } = await vidimus(['explain', demo(3), demo(3), '--face-a', 'largest', '--face-b', '0', '--raw'], cwd)
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^The score supports the same-source proposition at threshold 0\.\d{4}\.$/m)
    const folder = join(cwd, 'sample3-sample3.vidimus')
    const record = load(folder)
    expect(record.cosine).toBeCloseTo(1, 5)
    expect(record).toMatchObject({ decision: 'match', threshold: calibrated.threshold, thresholdOrigin: { kind: 'calibrated' }, a: { file: 'sample3.jpg', face: { index: 0, choice: 'largest' } } })
    expect(record.a.sha256).toBe(createHash('sha256').update(readFileSync(demo(3))).digest('hex'))
    expect(record.a.interEyePixels).toBeGreaterThan(40)
    expect(record.arguments.positiveSum + record.arguments.negativeSum).toBeCloseTo(record.cosine, 5)
    expect(readdirSync(cwd)).toEqual(['sample3-sample3.vidimus'])
    await checkPictures(folder)
    const { dims, data } = readNpy(readFileSync(join(folder, 'maps/blurred-a.npy')))
    expect([dims, data.length]).toEqual([[112, 112], 112 * 112])
    expect(readNpy(readFileSync(join(folder, 'embeddings.npy'))).dims).toEqual([2, 512])
  })

  it('asks where a photo shows several faces, draws them, and works once told', async () => {
    const cwd = scratch()
    const asked = await vidimus(['explain', demo(1), demo(4), '--out', 'case', '--json'], cwd)
    expect(asked.status).toBe(3)
    const { error } = JSON.parse(asked.stdout) as { error: { code: string; message: string; detail: { photos: { faces: object[] }[]; pictures: string[] } } }
    expect(error.code).toBe('face.several')
    expect(error.message).toContain('--face-b central')
    expect(error.detail.photos[0]!.faces.length).toBeGreaterThan(1)
    for (const picture of error.detail.pictures) expect((await sharp(picture).metadata()).width).toBe(1200)
    const told = await vidimus(['explain', demo(1), demo(4), '--out', 'case', '--face-a', '0', '--face-b', 'central', '--json'], cwd)
    expect(told.status).toBe(0)
    expect((JSON.parse(told.stdout) as Comparison).cosine).toBe(load(join(cwd, 'case')).cosine)
  })

  it('aligns to the size that a model of one\'s own wants', async () => {
    const cwd = scratch()
    writeFileSync(join(cwd, 'large.onnx'), encodeModel(tinyGraph({}, 160)))
    const { status, stderr } = await vidimus(['explain', demo(3), demo(3), '--face-a', 'largest', '--face-b', 'largest', '--model', 'large.onnx', '--threshold', '0.5', '--raw', '--out', 'case'], cwd)
    expect([status, stderr]).toEqual([0, ''])
    expect(readNpy(readFileSync(join(cwd, 'case/maps/blurred-a.npy'))).dims).toEqual([160, 160])
    expect(load(join(cwd, 'case'))).toMatchObject({ decision: 'match', thresholdOrigin: { kind: 'user' } })
  })

  it('draws another explainer\u2019s maps, says whose they are, and keeps score and arguments', async () => {
    const cwd = scratch()
    const pair = [demo(3), demo(4), '--face-a', 'largest', '--face-b', 'central', '--threshold', '0.24', '--device', 'cpu', '--json']
    const usual = JSON.parse((await vidimus(['explain', ...pair, '--out', 'usual'], cwd)).stdout) as Comparison
    const { status, stdout } = await vidimus(['explain', ...pair, '--method', 'xssab-l-margin', '--raw', '--out', 'margin'], cwd)
    expect(status).toBe(0)
    const record = load(join(cwd, 'margin'))
    expect(record).toEqual(Comparison.parse(JSON.parse(stdout)))
    expect(record).toMatchObject({ cosine: usual.cosine, arguments: usual.arguments, method: { name: 'xSSAB-L, parts of the margin', id: 'xssab-l-margin', precision: 'exact', seed: 1 } })
    expect(record.wording.limits).toContain('The maps are by xSSAB-L, parts of the margin, not by xSSAB: their values and colours don\u2019t compare with maps of another method.')
    expect([usual.method.name, usual.margin, usual.wording.limits.some((limit) => limit.includes('not by xSSAB'))]).toEqual(['xSSAB', undefined, false])
    for (const side of ['a', 'b'] as const) {
      const { regions, rest } = record.margin![side]
      expect(Object.values(regions).reduce((sum, value) => sum + value, rest)).toBeCloseTo(record.cosine - 0.24, 5)
      const map = readNpy(readFileSync(join(cwd, `margin/maps/xssab-l-margin-${side}.npy`)))
      expect(map.dims).toEqual([112, 112])
      expect(map.data.reduce((sum, value) => sum + value, rest)).toBeCloseTo(record.cosine - 0.24, 5)
    }
    await checkPictures(join(cwd, 'margin'))
  })

  it('draws a control as such, the same for the same seed, and knows no other names', async () => {
    const cwd = scratch()
    const run = (...more: string[]) => vidimus(['explain', demo(3), demo(3), '--face-a', 'largest', '--face-b', 'largest', '--raw', ...more], cwd)
    const { stdout } = await run('--method', 'rnd', '--seed', '5', '--out', 'five')
    expect(stdout).toMatch(/^Maps by +RND$/m)
    expect(stdout).toContain('RND is a control')
    await run('--method', 'rnd', '--seed', '5', '--out', 'again')
    await run('--method', 'rnd', '--seed', '6', '--out', 'six')
    const map = (folder: string) => readNpy(readFileSync(join(cwd, folder, 'maps/rnd-a.npy'))).data
    expect(map('again')).toEqual(map('five'))
    expect(map('six')).not.toEqual(map('five'))
    expect(load(join(cwd, 'five')).method).toMatchObject({ name: 'RND', precision: null, seed: 5 })
    const refused = await run('--method', 'xface4', '--out', 'none')
    expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('xface3') as string])
    expect(existsSync(join(cwd, 'none'))).toBe(false)
  })

  it('never replaces a result', async () => {
    const cwd = scratch()
    const crop = join(cwd, 'crop.png')
    await sharp(demo(2)).extract({ left: 1400, top: 160, width: 224, height: 224 }).resize(112, 112).png().toFile(crop)
    const run = (...more: string[]) => vidimus(['explain', crop, crop, '--aligned', ...more], cwd)
    expect((await run()).status).toBe(0)
    expect((await run('--colours', 'safe')).status).toBe(0)
    expect(readdirSync(cwd).sort()).toEqual(['crop-crop.vidimus', 'crop-crop.vidimus-2', 'crop.png'])
    expect(load(join(cwd, 'crop-crop.vidimus-2')).colourScale).toMatchObject({ palette: 'safe' })
    const refused = await run('--out', 'crop-crop.vidimus')
    expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('holds a result already') as string])
  })
})

async function checkPictures(folder: string): Promise<void> {
  const sheet = await sharp(join(folder, 'contact-sheet.png')).metadata()
  expect([sheet.width, sheet.density]).toEqual([1654, 200])
  for (const side of ['a', 'b'])
    for (const map of ['similar', 'dissimilar', 'combined']) {
      expect(await sharp(join(folder, `overlays/crop-${map}-${side}.png`)).metadata()).toMatchObject({ width: 448, height: 448 })
      expect((await sharp(join(folder, `overlays/photo-${map}-${side}.png`)).metadata()).width).toBe(1200)
    }
}

const GOLDEN = join(import.meta.dirname, '../../../../shared/golden/xssab')

describe.skipIf(!existsSync(GOLDEN))('explain --aligned --raw against PyTorch (skipped without ../shared)', () => {
  const floats = (file: string): Float32Array => new Float32Array(new Uint8Array(readFileSync(file)).buffer)
  const names = { positive: 'pos', negative: 'neg', combined: 'combined', blurred: 'blurred' }

  it.each(['pair0', 'pair5'])('%s', async (pair) => {
    const cwd = scratch()
    const manifest = JSON.parse(readFileSync(join(GOLDEN, 'manifest.json'), 'utf8')) as { threshold: number; pairs: { dir: string; cosine: number; positiveArguments: number }[] }
    const golden = manifest.pairs.find(({ dir }) => dir === pair)!
    const { status, stdout } = await vidimus(['explain', join(GOLDEN, pair, 'a.png'), join(GOLDEN, pair, 'b.png'), '--aligned', '--raw', '--json', '--threshold', String(manifest.threshold), '--device', 'cpu'], cwd)
    expect(status).toBe(0)
    const record = JSON.parse(stdout) as Comparison & { out: string }
    expect(record.cosine).toBeCloseTo(golden.cosine, 5)
    expect(record.arguments.positive).toBe(golden.positiveArguments)
    for (const side of ['a', 'b'])
      for (const [name, file] of Object.entries(names))
        expect(relativeError(readNpy(readFileSync(join(record.out, `maps/${name}-${side}.npy`))).data, floats(join(GOLDEN, pair, `${file}_${side}.f32`)))).toBeLessThan(1e-4)
  })
})
