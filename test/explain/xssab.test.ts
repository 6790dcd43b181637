import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { summarizeArguments, type Crop, type PairExplanation } from '../../src/main/explain/explanation'
import { XssabExplainer, type OpenOptions } from '../../src/main/explain/xssab'
import { demoCrop } from '../support/demoCrops'
import { relativeError } from '../support/numbers'
import { defaultRecognizer } from '../support/recognizer'

const recognizer = defaultRecognizer()
const THRESHOLD = 0.23
let pair: { a: Crop; b: Crop }

beforeAll(async () => {
  pair = { a: await demoCrop('sample1.jpg', { left: 0, top: 0, width: 300, height: 300 }), b: await demoCrop('sample2.jpg', { left: 100, top: 50, width: 280, height: 280 }) }
})

async function explain(options: OpenOptions, crops = pair, threshold = THRESHOLD): Promise<{ explanation: PairExplanation; explainer: XssabExplainer }> {
  const explainer = await XssabExplainer.open(recognizer, { threads: 1, ...options })
  const [explanation] = await explainer.explain([crops], threshold)
  await explainer.release()
  if (!explanation) throw new Error('no explanation')
  return { explanation, explainer }
}

describe('xSSAB on a pair of crops', () => {
  it('splits the cosine into arguments on both sides of the threshold', async () => {
    const { explanation } = await explain({})
    const { positive, negative, positiveSum, negativeSum } = summarizeArguments(explanation.arguments, THRESHOLD)
    expect(positive + negative).toBe(512)
    expect(positiveSum + negativeSum).toBeCloseTo(explanation.cosine, 5)
    expect(explanation.cosine).toBeCloseTo(explanation.embeddings.a.reduce((sum, e, n) => sum + e * (explanation.embeddings.b[n] ?? NaN), 0), 5)
    for (const { combined, positive: plus, negative: minus } of Object.values(explanation.maps)) expect(relativeError(combined, plus.map((value, i) => value - (minus[i] ?? NaN)))).toBeLessThan(1e-6)
  })

  it('gives the exchanged maps for the exchanged pair', async () => {
    const [there, back] = [await explain({}), await explain({}, { a: pair.b, b: pair.a })]
    expect(relativeError(back.explanation.maps.a.blurred, there.explanation.maps.b.blurred)).toBeLessThan(1e-5)
    expect(relativeError(back.explanation.maps.b.blurred, there.explanation.maps.a.blurred)).toBeLessThan(1e-5)
  })

  it('changes the maps with the threshold', async () => {
    const [low, high] = [await explain({}), await explain({}, pair, 0.9)]
    expect(relativeError(high.explanation.maps.a.combined, low.explanation.maps.a.combined)).toBeGreaterThan(0.05)
  })

  it('gives in one run of two pairs what it gives one by one', async () => {
    const explainer = await XssabExplainer.open(recognizer, { threads: 1, pairs: 2 })
    const other = { a: pair.b, b: pair.b }
    const both = await explainer.explain([pair, other], THRESHOLD)
    await explainer.release()
    for (const [i, crops] of [pair, other].entries()) {
      const { explanation } = await explain({}, crops)
      expect(relativeError(both[i]?.maps.a.combined, explanation.maps.a.combined)).toBeLessThan(1e-5)
    }
  })
})

describe('the cache of compiled graphs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vidimus-cache-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  it('is filled, used, and mended when an entry is damaged', async () => {
    const first = await explain({ cacheFolder: folder })
    const second = await explain({ cacheFolder: folder })
    const [file = ''] = readdirSync(folder)
    const bytes = readFileSync(join(folder, file))
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
    writeFileSync(join(folder, file), bytes)
    const third = await explain({ cacheFolder: folder })
    expect([first, second, third].map(({ explainer }) => explainer.cache.outcome)).toEqual(['built', 'hit', 'rebuilt'])
    expect(third.explanation.maps.a.combined).toEqual(first.explanation.maps.a.combined)
    expect((await explain({ cacheFolder: folder })).explainer.cache.outcome).toBe('hit')
  })

  it('clears away what a killed process left, and nothing else', async () => {
    const [stale, fresh] = ['stale.part', 'fresh.part'].map((name) => join(folder, name)) as [string, string]
    for (const file of [stale, fresh]) writeFileSync(file, 'half')
    utimesSync(stale, 0, 0)
    await explain({ cacheFolder: folder, precision: 'fast' })
    expect([stale, fresh].map((file) => existsSync(file))).toEqual([false, true])
  })

  it('never stands in the way of a result', async () => {
    const { explainer } = await explain({ cacheFolder: join(import.meta.filename, 'impossible') })
    expect(explainer.cache).toMatchObject({ outcome: 'built', note: expect.stringContaining('could not be cached') as string })
  })
})

describe('the device', () => {
  it('is a real GPU where there is one, else the CPU with the reason', async () => {
    const { explainer } = await explain({ device: 'auto' })
    expect(explainer.device.name).not.toBe('')
    expect(explainer.device.reason).toMatch(explainer.device.used === 'cpu' ? /no GPU found|failed/ : /^found /)
  })
})
