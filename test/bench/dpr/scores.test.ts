import { describe, expect, it } from 'vitest'
import { REPLACED, replacementOrder, replacePixels } from '../../../src/main/bench/dpr/replace'
import { Scorer } from '../../../src/main/bench/dpr/scorer'
import { Embedder } from '../../../src/main/explain/embedder'
import type { Crop } from '../../../src/main/explain/explanation'
import { rndMaps } from '../../../src/main/explain/methods/random'
import { cosine } from '../../../src/main/explain/methods/occlusion'
import { random } from '../../../src/shared/random'
import { demoCrop } from '../../support/demoCrops'
import { defaultRecognizer } from '../../support/recognizer'

/** As the protocol is written: a comparison called for every two pixels. */
const slowOrder = (map: Float32Array, highestFirst: boolean): number[] =>
  [...map.keys()].sort((i, j) => (highestFirst ? map[j]! - map[i]! : map[i]! - map[j]!) || i - j)

describe('the order of the pixels', () => {
  it('is that of a plain sort, with ties, both zeros, and values of every size', () => {
    const next = random(3, 'order')
    const map = Float32Array.from({ length: 3000 }, (_, i) => [0, -0, 1, -1, next() * 10 ** (i % 60 - 30), -next() * 10 ** (i % 60 - 30)][i % 6]!)
    for (const highestFirst of [true, false]) expect([...replacementOrder(map, highestFirst)]).toEqual(slowOrder(map, highestFirst))
  })
})

describe('scores of a pair', () => {
  it('are those of every version embedded anew, to the bit, and versions seen before are not embedded again', async () => {
    const a = await demoCrop('sample1.jpg', { left: 0, top: 0, width: 300, height: 300 })
    const b = await demoCrop('sample2.jpg', { left: 100, top: 50, width: 280, height: 280 })
    // Only the upper 60 of 112 rows differ: in reading order all of them are set back by 55 %, and what follows changes nothing.
    const original: Crop = { ...a, rgb: a.rgb.map((value, i) => (i < 60 * 112 * 3 ? 255 - value : value)) }
    const embedder = await Embedder.open(defaultRecognizer(), { threads: 1 })
    const readingOrder = Float32Array.from({ length: 112 * 112 }, (_, i) => -i)
    const versions = [readingOrder, rndMaps({ a, b }, 1).a].flatMap((map) => REPLACED.map((percent) => replacePixels(a, original, replacementOrder(map, true), percent)))
    const [other, ...embedded] = await embedder.embed([b, ...versions])
    let runs = 0
    const counting = { embed: (crops: readonly Crop[]) => ((runs += crops.length), embedder.embed(crops)) }
    const scorer = await Scorer.against(b, counting)
    const scores: number[] = []
    for (const version of versions) scores.push(await scorer.score(version))
    expect(scores).toEqual(embedded.map((embedding) => cosine(embedding, other!)))
    // 0, 5, .. 55 % of the first, 5, .. 95 % of the second, and b.
    expect(runs).toBe(12 + 19 + 1)
    await embedder.release()
  })
})
