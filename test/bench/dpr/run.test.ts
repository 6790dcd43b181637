import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runDpr, type DprOptions, type PairWorker } from '../../../src/main/bench/dpr/run'
import type { PatchedPair } from '../../../src/main/bench/patch/manifest'
import { dprTables } from '../../../src/main/bench/dpr/tables'
import { dprFigure, figurePng } from '../../../src/main/bench/dpr/figure'
import { HARDENED } from '../../../src/main/bench/patch/patches'
import { METHODS, type MethodName } from '../../../src/main/explain/methods'
import { USUAL_PREPROCESSING } from '../../../src/main/explain/preprocess'
import { openPhoto } from '../../../src/main/faces/photo'

const HASH = '0'.repeat(64)
const file = { file: 'x.png', sha256: HASH }
const pair = (index: number, genuine: boolean): PatchedPair => ({ index, genuine, fold: 1, photos: { a: 'a', b: 'b', source: 'b' }, photoSha256: { a: '', b: '', source: '' }, original: file, patched: file, patchList: file, b: file })

/** Two genuine pairs and two impostor pairs; patching turns one of each kind wrong. */
const CLEAN = [0.8, 0.6, 0.1, 0.2]
const PATCHED = [0.7, 0.3, 0.65, 0.2]
/** The point from which on a wrong pair is right again. */
const MENDED_AT = { rnd: 10, xssab: 4 } as const

/** A line through all points of replaced pixels; those of the legend have two ends. */
const CURVE = /<path d="M[^"]*(L[^"L]+){2}[^"]*"[^>]*stroke-width="2"[^>]*>/g

let journalFolder: string
const asked: string[] = []
const worker: PairWorker = {
  base: async ({ index }) => ({ index, clean: CLEAN[index]!, patched: PATCHED[index]! }),
  replaced: async ({ index }, methods) => {
    asked.push(`${index} ${methods.join(',')}`)
    const scores = (mendedAt: number): number[] => Array.from({ length: 20 }, (_, r) => (r < mendedAt ? PATCHED[index]! : CLEAN[index]!))
    return Object.fromEntries(methods.map((method) => [method, { index, scores: scores(MENDED_AT[method as 'rnd' | 'xssab']) }]))
  }
}
const options = (more: Partial<DprOptions> = {}): DprOptions => ({
  set: {
    plan: { format: 'vidimus-patch-set-1', variant: 'patch-lfw-h', seed: 5, pairsLimit: null, pairsSha256: HASH, patches: HARDENED, faceModels: { detection: HASH, landmarks: HASH } },
    pairs: [pair(0, true), pair(1, true), pair(2, false), pair(3, false)],
    leftOut: []
  },
  setSha256: HASH, methods: ['xssab'], model: { id: 'tiny', sha256: HASH, preprocessing: USUAL_PREPROCESSING, embedding: null }, precision: 'fast', seed: 1, workers: [worker, worker], journalFolder, ...more
})

beforeAll(async () => {
  journalFolder = await mkdtemp(join(tmpdir(), 'vidimus-dpr-'))
})
afterAll(() => rm(journalFolder, { recursive: true }))

describe('decision-based patch replacement on four pairs', () => {
  it('stops when told, keeping what was finished', async () => {
    const stop = new AbortController()
    const progress = (stage: string, done: number): void => {
      if (stage === 'Replacing pixels' && done === 2) stop.abort()
    }
    await expect(runDpr(options({ workers: [worker], progress, signal: stop.signal }))).rejects.toMatchObject({ kind: 'cancelled' })
    expect(asked.splice(0)).toEqual(['0 rnd,xssab', '1 rnd,xssab'])
  })

  it('carries on with the pairs that lack, and gives what follows by hand', async () => {
    const report = await runDpr(options())
    expect(asked.splice(0)).toEqual(['2 rnd,xssab', '3 rnd,xssab'])
    // The threshold is the middle of 0.2 and 0.6. One of two impostors, one of two genuine pairs are wrong once patched.
    expect(report).toMatchObject({ pairs: 4, genuine: 2, impostor: 2, eer: 0, threshold: 0.4, clean: { fmr: 0, fnmr: 0 }, patched: { fmr: 0.5, fnmr: 0.5 } })
    // xSSAB: 4 points at 0.5 less half the first; RND: 10 points.
    expect(report.methods).toMatchObject([{ method: 'xssab', aucFmr: 1.75, aucFnmr: 1.75, aucFmrSum: 2, aucFnmrSum: 2 }])
    expect(report.reference).toMatchObject({ method: 'rnd', aucFmr: 4.75, aucFmrSum: 5 })
    expect(report.methods[0]!.ndprFmr).toBeCloseTo(1.75 / 4.75, 12)
    expect(report.methods[0]!.curves.fnmr).toEqual([...new Array<number>(4).fill(0.5), ...new Array<number>(16).fill(0)])
  })

  it('asks for nothing that was computed before, and for everything where the seed is another', async () => {
    await runDpr(options({ methods: ['rnd', 'xssab'] }))
    expect(asked.splice(0)).toEqual([])
    await runDpr(options({ seed: 2 }))
    expect((await runDpr(options({ seed: 2, threshold: 0.65 }))).patched).toEqual({ fmr: 0.5, fnmr: 0.5 })
    expect(asked.splice(4).length).toBe(4)
    expect(asked.splice(0).sort()).toEqual(['0 rnd,xssab', '1 rnd,xssab', '2 rnd,xssab', '3 rnd,xssab'])
  })

  it('is shown as tables and as curves, with RND even where it was not asked for', async () => {
    const report = await runDpr(options())
    const tables = dprTables(report)
    expect(tables).toContain('| patched | 0.5000 | 0.5000 |')
    expect(tables).toMatch(/\| RND \| 4\.75 .*\n\| xSSAB \| 1\.75 /)
    expect(dprTables(await runDpr(options({ methods: ['rnd', 'xssab'] })))).toMatch(/Behind xSSAB in both[^]*\| RND \| 1\.26 \(/)
    const svg = dprFigure(report)
    expect(svg.match(CURVE)?.length).toBe(4)
    expect(svg).toContain('False non-match rate')
    const png = await openPhoto(await figurePng(report))
    expect([png.width, png.height]).toEqual([/ width="(\d+)"/, / height="(\d+)"/].map((size) => 2 * Number(size.exec(svg)![1])))
    expect(new Set(png.working.data).size).toBeGreaterThan(20)
  })

  it('tells all methods apart in one figure, by colour and dashes together', async () => {
    const report = await runDpr(options())
    const svg = dprFigure({ ...report, methods: (Object.keys(METHODS) as MethodName[]).map((method) => ({ ...report.reference, method })) })
    const looks = svg.match(CURVE)!.map((path) => `${/stroke="[^"]+"/.exec(path)?.[0]} ${/stroke-dasharray="[^"]+"/.exec(path)?.[0]}`)
    expect([looks.length, new Set(looks).size]).toEqual([2 * Object.keys(METHODS).length, Object.keys(METHODS).length])
  })
})
