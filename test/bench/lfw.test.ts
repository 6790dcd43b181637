import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { benchLfw, type Embed, type LfwOptions } from '../../src/main/bench/lfw'
import { parseLfwPairs, type BenchmarkPair } from '../../src/main/bench/lfwPairs'
import { USUAL_PREPROCESSING, toTensor } from '../../src/main/explain/preprocess'
import type { FaceEngine } from '../../src/main/faces/engine'
import { Session } from '../../src/main/runtime/session'
import { modelFile, openFaceEngine, sharedFolder } from '../faces/support'

const lfw = sharedFolder('lfw')

describe.skipIf(!lfw)('benchLfw on some of the real pairs', () => {
  let faces: FaceEngine
  let embed: Embed
  let pairs: BenchmarkPair[]
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vidimus-lfw-'))
    faces = await openFaceEngine()
    const model = await Session.open(await modelFile('feature'), { threads: 1 })
    embed = async (crops) => {
      const shape = { layout: 'NCHW', width: 112, height: 112 } as const
      const input = toTensor(crops.map(({ width, height, data }) => ({ width, height, rgb: data })), shape, USUAL_PREPROCESSING)
      return [Object.values(await model.run({ [model.inputNames[0]!]: input }))[0]!.data]
    }
    // Every 30th pair: 100 of them, 50 genuine, from all five folds.
    pairs = parseLfwPairs(await readFile(`${lfw}/pairs.txt`, 'utf8')).filter((_, i) => i % 30 === 0)
  })

  afterAll(() => rm(folder, { recursive: true }))

  it('parts same from different nearly always, uses every image, and says what it did', async () => {
    const steps: number[] = []
    const report = await benchLfw({ imagesDir: `${lfw}/images`, pairs, faces, embed, threshold: 0.23, progress: (done) => void steps.push(done) })
    expect(report).toMatchObject({ pairs: 100, pairsUsed: 100, unusable: [] })
    expect(steps).toEqual(Array.from({ length: report.images }, (_, i) => i + 1))
    expect(report.eer).toBeLessThanOrEqual(0.05)
    expect(report.folds!.folds.length).toBe(5)
    expect(report.atThreshold).toMatchObject({ threshold: 0.23 })
    expect(report.atThreshold!.accuracy).toBeGreaterThanOrEqual(0.95)
    expect(report.atThreshold!.fmr95[1]).toBeGreaterThan(report.atThreshold!.fmr)
  }, 180_000)

  it('names images that cannot be used and goes on without them', async () => {
    const broken = [...pairs.slice(0, 4), ...pairs.slice(10, 14), { a: 'No_One/No_One_0001.jpg', b: pairs[0]!.a, genuine: true, fold: 1 }]
    const report = await benchLfw({ imagesDir: `${lfw}/images`, pairs: broken, faces, embed })
    expect(report.unusable).toMatchObject([{ image: 'No_One/No_One_0001.jpg', code: 'file.missing' }])
    expect([report.pairs, report.pairsUsed]).toEqual([9, 8])
  }, 60_000)

  it('carries on where a stopped run was, without what it had embedded, and gives the same report', async () => {
    const some = [...pairs.slice(0, 3), ...pairs.slice(10, 13)]
    const journal = join(folder, 'some.jsonl')
    const stop = new AbortController()
    let embedded = 0
    const counted: Embed = (crops) => (embedded++, embed(crops))
    const run = (more: Partial<LfwOptions>) => benchLfw({ imagesDir: `${lfw}/images`, pairs: some, faces, embed: counted, concurrency: 1, ...more })
    await expect(run({ journal, signal: stop.signal, progress: (done) => done === 4 && stop.abort() })).rejects.toMatchObject({ kind: 'cancelled' })
    expect([embedded, existsSync(journal)]).toEqual([4, true])
    const carriedOn = await run({ journal })
    expect([embedded, existsSync(journal)]).toEqual([carriedOn.images, false])
    expect(carriedOn).toEqual(await run({}))
  }, 60_000)

  it('says what is wrong where nothing can be compared, and stops when told', async () => {
    await expect(benchLfw({ imagesDir: `${lfw}/none`, pairs, faces, embed })).rejects.toMatchObject({ code: 'bench.no-pairs' })
    await expect(benchLfw({ imagesDir: `${lfw}/images`, pairs, faces, embed, signal: AbortSignal.abort() })).rejects.toMatchObject({ kind: 'cancelled' })
  })
})
