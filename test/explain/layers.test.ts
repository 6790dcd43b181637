import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decodeModel } from '../../src/main/compiler/onnx/decode'
import { encodeModel } from '../../src/main/compiler/onnx/encode'
import type { Crop } from '../../src/main/explain/explanation'
import { LayerExplainer, type LayerExplanation } from '../../src/main/explain/layers'
import { marginByRegion } from '../../src/main/explain/marginByRegion'
import { demoCrop } from '../support/demoCrops'
import { relativeError } from '../support/numbers'
import { defaultRecognizer } from '../support/recognizer'
import { randomFrom } from '../compiler/rules/values'

const THRESHOLD = 0.23
const recognizer = defaultRecognizer()
let crops: Crop[]
let explainer: LayerExplainer
let usual: LayerExplanation

beforeAll(async () => {
  crops = await Promise.all([['sample1.jpg', 0, 0], ['sample2.jpg', 100, 50], ['sample3.jpg', 120, 20]].map(([photo, left, top]) => demoCrop(String(photo), { left: Number(left), top: Number(top), width: 280, height: 280 })))
  explainer = await LayerExplainer.open(recognizer, { threads: 1 })
  usual = await explainer.explain({ a: crops[0]!, b: crops[1]! }, THRESHOLD)
})
afterAll(() => explainer.release())

/** Spearman's rank correlation, -1..1. */
function rankCorrelation(x: Float32Array, y: Float32Array): number {
  const ranks = (map: Float32Array): Float64Array => {
    const ranked = new Float64Array(map.length)
    Uint32Array.from(map, (_, i) => i).sort((i, j) => map[i]! - map[j]!).forEach((pixel, rank) => (ranked[pixel] = rank - (map.length - 1) / 2))
    return ranked
  }
  const [a, b] = [ranks(x), ranks(y)]
  const product = (u: Float64Array, v: Float64Array): number => u.reduce((sum, value, i) => sum + value * v[i]!, 0)
  return product(a, b) / product(a, a)
}

/** The default model with one layer's weights in random order. */
function shuffled(layer: 'last' | 'first' | 'all'): typeof recognizer {
  const { graph } = decodeModel(recognizer.bytes)
  const weights = graph.nodes.flatMap(({ op, inputs }) => (op === 'Conv' ? [inputs[1] ?? ''] : []))
  const chosen = layer === 'all' ? weights : [layer === 'last' ? weights.at(-1)! : weights[0]!]
  const random = randomFrom('weights')
  for (const name of chosen) {
    const data = graph.initializers.get(name)!.data as Float32Array
    for (let i = data.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      ;[data[i], data[j]] = [data[j]!, data[i]!]
    }
  }
  return { ...recognizer, bytes: encodeModel(graph), sha256: `shuffled-${layer}` }
}

describe('xSSAB-L on a pair of crops', () => {
  it('parts the margin into contributions and the rest, and the rest is exactly what is missing', () => {
    for (const { contributions, rest } of [usual.a, usual.b]) {
      const sum = contributions.reduce((total, value) => total + value, 0)
      expect(sum + rest).toBeCloseTo(usual.cosine - THRESHOLD, 5)
      expect(contributions.some((value) => value > 0) && contributions.some((value) => value < 0)).toBe(true)
    }
  })

  it('adds up to the margin by facial region', () => {
    for (const image of ['a', 'b'] as const) {
      const { regions, rest } = marginByRegion(usual)[image]
      expect(Object.values(regions).reduce((total, value) => total + value, rest)).toBeCloseTo(usual.cosine - THRESHOLD, 5)
      expect(new Set(Object.values(regions)).size).toBe(8)
    }
  })

  it('gives the exchanged maps for the exchanged pair', async () => {
    const back = await explainer.explain({ a: crops[1]!, b: crops[0]! }, THRESHOLD)
    expect(relativeError(back.a.contributions, usual.b.contributions)).toBeLessThan(1e-4)
    expect(relativeError(back.a.common, usual.a.common)).toBeLessThan(1e-4)
    expect(relativeError(usual.b.common, usual.a.common)).toBeLessThan(1e-4)
    expect(relativeError(back.b.contrast, usual.a.contrast)).toBeLessThan(1e-4)
  })

  it('argues less for the same source where the threshold is higher', async () => {
    const strict = await explainer.explain({ a: crops[0]!, b: crops[1]! }, 0.9)
    expect(relativeError(strict.a.contributions, usual.a.contributions)).toBeGreaterThan(0.05)
  })

  it('in float32 differs little', async () => {
    const fast = await LayerExplainer.open(recognizer, { threads: 1, precision: 'fast' })
    const { a } = await fast.explain({ a: crops[0]!, b: crops[1]! }, THRESHOLD)
    await fast.release()
    expect(relativeError(a.contributions, usual.a.contributions)).toBeLessThan(0.02)
  })
})

describe('a map that explains', () => {
  it('is another one for another mate', async () => {
    const other = await explainer.explain({ a: crops[0]!, b: crops[2]! }, THRESHOLD)
    expect(rankCorrelation(usual.a.contributions, other.a.contributions)).toBeLessThan(0.8)
    expect(rankCorrelation(usual.a.contrast, other.a.contrast)).toBeLessThan(0.8)
    expect(rankCorrelation(usual.a.common, other.a.common)).toBeLessThan(0.8)
  })

  it.each(['last', 'first', 'all'] as const)('is another one for a model with its weights shuffled (%s)', async (layer) => {
    const random = await LayerExplainer.open(shuffled(layer), { threads: 1 })
    const { a } = await random.explain({ a: crops[0]!, b: crops[1]! }, THRESHOLD)
    await random.release()
    // With one layer shuffled the activations before it, or the structure of the image, are still there.
    const most = layer === 'all' ? 0.5 : 0.75
    expect(Math.abs(rankCorrelation(usual.a.contributions, a.contributions))).toBeLessThan(most)
    expect(Math.abs(rankCorrelation(usual.a.common, a.common))).toBeLessThan(most)
    expect(Math.abs(rankCorrelation(usual.a.contrast, a.contrast))).toBeLessThan(most)
  })
})
