import { describe, expect, it } from 'vitest'
import { explainBy, methodName, METHODS, type MethodName } from '../../../src/main/explain/methods'
import { corrRiseMaps, visibilityCorrelation } from '../../../src/main/explain/methods/corrRise'
import type { Crop } from '../../../src/main/explain/explanation'
import { Tools } from '../../../src/main/explain/tools'
import { demoCrop } from '../../support/demoCrops'
import { defaultRecognizer } from '../../support/recognizer'

const tools = new Tools(defaultRecognizer(), { threads: 1, precision: 'fast' })
const pair = { a: await demoCrop('sample1.jpg', { left: 0, top: 0, width: 300, height: 300 }), b: await demoCrop('sample2.jpg', { left: 100, top: 50, width: 280, height: 280 }) }
const maps = (name: MethodName, seed = 1, of = pair) => explainBy(name, { pair: of, threshold: 0.23, seed }, tools)

/** Mean squared difference between neighbours in a row, against the map's variance. */
function roughness(map: Float32Array): number {
  const mean = map.reduce((sum, value) => sum + value, 0) / map.length
  const variance = map.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return map.reduce((sum, value, i) => (i % 112 === 0 ? sum : sum + (value - map[i - 1]!) ** 2), 0) / variance
}

describe('every method that is quick', () => {
  it.each(['rnd', 'smooth-rnd', 'centre', 'pixel-copy', 'xssab', 'xssab-blurred', 'xssab-l', 'xssab-l-margin'] as const)('%s gives a finite map of the crop\u2019s size for each image', async (name) => {
    const { width, height, a, b } = await maps(name)
    expect([width, height, a.length, b.length]).toEqual([112, 112, 112 * 112, 112 * 112])
    expect([...a, ...b].every(Number.isFinite)).toBe(true)
  })
})

describe('RND', () => {
  it('is a permutation, the same for the same seed, another for each image and seed', async () => {
    const { a, b } = await maps('rnd')
    expect([...a].sort((x, y) => x - y)).toEqual(Array.from({ length: 112 * 112 }, (_, i) => i))
    expect((await maps('rnd')).a).toEqual(a)
    expect(b).not.toEqual(a)
    expect((await maps('rnd', 2)).a).not.toEqual(a)
  })

  it('is rough, and smooth RND is not', async () => {
    expect(roughness((await maps('rnd')).a)).toBeGreaterThan(1.5)
    expect(roughness((await maps('smooth-rnd')).a)).toBeLessThan(0.1)
  })
})

describe('the maps without a model', () => {
  it('centre is highest between nose and mouth', async () => {
    const { a } = await maps('centre')
    const top = a.indexOf(Math.max(...a))
    expect([top % 112, Math.floor(top / 112)]).toEqual([56, 72])
  })

  it('pixel copy is 0 where the images are equal, lowest where they differ most', async () => {
    const rgb = new Uint8Array(pair.a.rgb)
    for (let y = 40; y < 60; y++) for (let i = (y * 112 + 30) * 3; i < (y * 112 + 50) * 3; i++) rgb[i] = 255 - rgb[i]!
    const { a } = await maps('pixel-copy', 1, { a: pair.a, b: { ...pair.a, rgb } })
    expect(Math.max(...a)).toBe(0)
    const lowest = a.indexOf(Math.min(...a))
    expect([lowest % 112 >= 30 && lowest % 112 < 50, lowest >= 40 * 112 && lowest < 60 * 112]).toEqual([true, true])
    expect(a[0]).toBeCloseTo(0, 12)
  })

  it('pixel copy refuses crops of two sizes', async () => {
    const small: Crop = { width: 1, height: 1, rgb: new Uint8Array(3) }
    await expect(maps('pixel-copy', 1, { a: pair.a, b: small })).rejects.toMatchObject({ code: 'crop.size' })
  })
})

describe('rank correlation of visibility and score', () => {
  const hide = (left: number) => [{ left, top: 0, right: left + 1, bottom: 1 }]

  it('is 1 where hiding always gives the lowest score, 0 where a pixel was never hidden', () => {
    // Three pixels; hiding the first costs most, hiding the second raises the score.
    const map = visibilityCorrelation([hide(0), hide(0), hide(1), hide(1)], [0.1, 0.1, 0.9, 0.9], 3, 1)
    expect([...map].map((value) => Math.round(value * 1e6) / 1e6)).toEqual([1, -1, 0])
  })

  it('agrees with Pearson\u2019s formula on ranks', () => {
    const scores = [0.3, 0.9, 0.1, 0.5, 0.7]
    const map = visibilityCorrelation([hide(0), hide(1), hide(0), hide(1), []], scores, 2, 1)
    // Ranks 1, 4, 0, 2, 3 about their mean 2; pixel 0 is seen in the 2nd, 4th and 5th: 2 + 0 + 1 over sqrt(10 x 5 x 0.6 x 0.4).
    expect(map[0]).toBeCloseTo(3 / Math.sqrt(12), 6)
  })
})

describe('CorrRISE', () => {
  it('gives one image\u2019s map alone in half the passes, the same map', async () => {
    const small = { embed: async (crops: readonly Crop[]) => crops.map((crop) => Float32Array.of(crop.rgb.reduce((sum, value) => sum + value, 0) / 1e6)), batch: 1 }
    const steps: (readonly number[])[] = []
    const both = await corrRiseMaps(pair, 4, small)
    const one = await corrRiseMaps(pair, 4, small, { progress: (...step) => void steps.push(step) }, 'a')
    expect(one.a).toEqual(both.a)
    expect([one.b.length, steps.length, steps.at(-1)]).toEqual([0, 500, [500, 500]])
  })
})

describe('names of methods', () => {
  it('are those of the registry, and another is refused with all of them', () => {
    for (const name of Object.keys(METHODS)) expect(methodName(name)).toBe(name)
    expect(() => methodName('xface4')).toThrowError(expect.objectContaining({ kind: 'usage', message: expect.stringContaining('xface3') }))
    expect(() => methodName('toString')).toThrowError()
  })
})
