import { random, randomBelow } from '../../../shared/random'
import type { Embedder } from '../embedder'
import type { CropPair, SignedMaps } from '../explainer'
import type { Crop } from '../explanation'
import { addTo, blacken, cosine, embedVersions, type Hooks, type Rectangle } from './occlusion'

export const CORR_RISE = { masks: 500, patchesPerMask: 3, side: 30 } as const

/**
 * CorrRISE (Lu et al. 2023, "Towards visual saliency explanations of face verification"): one image is hidden behind
 * random black squares, the other stays whole; a pixel's value is Spearman's rank correlation, -1..1, between whether it
 * was visible and the score. 500 forward passes an image and two for the whole images.
 *
 * @param only where given, the other image's map is left empty
 */
export async function corrRiseMaps({ a, b }: CropPair, seed: number, embedder: Pick<Embedder, 'embed' | 'batch'>, { progress, signal }: Hooks = {}, only?: 'a' | 'b'): Promise<SignedMaps> {
  const { width, height } = a
  const masks = drawMasks(seed, width, height)
  const [wholeA, wholeB] = await embedder.embed([a, b])
  const total = (only === undefined ? 2 : 1) * masks.length
  const mapOf = async (side: 'a' | 'b', crop: Crop, other: Float32Array): Promise<Float32Array> => {
    if (only !== undefined && only !== side) return new Float32Array()
    const before = only === undefined && side === 'b' ? masks.length : 0
    const hooks = { ...(progress && { progress: (done: number) => progress(before + done, total) }), ...(signal && { signal }) }
    const embeddings = await embedVersions(embedder, masks.length, (i) => blacken(crop, masks[i]!), hooks)
    return visibilityCorrelation(masks, embeddings.map((embedding) => cosine(embedding, other)), width, height)
  }
  return { width, height, a: await mapOf('a', a, wholeB!), b: await mapOf('b', b, wholeA!) }
}

/** Squares that lie wholly inside the crop; those of a mask may overlap. */
function drawMasks(seed: number, width: number, height: number): Rectangle[][] {
  const next = random(seed, 'corr-rise')
  const { masks, patchesPerMask, side } = CORR_RISE
  const square = (): Rectangle => {
    const [left, top] = [randomBelow(next, width - side + 1), randomBelow(next, height - side + 1)]
    return { left, top, right: left + side, bottom: top + side }
  }
  return Array.from({ length: masks }, () => Array.from({ length: patchesPerMask }, square))
}

/**
 * Spearman's correlation of visibility (1 seen, 0 hidden) with the score, a pixel at a time. Visibility has two values
 * only, so its ranks are it, scaled. A pixel that was always seen, or always hidden, says nothing: 0.
 *
 * @param masks hidden rectangles a mask
 * @param scores one a mask
 */
export function visibilityCorrelation(masks: readonly (readonly Rectangle[])[], scores: readonly number[], width: number, height: number): Float32Array {
  const ranks = centredRanks(scores)
  const [hidden, hiddenRanks] = [new Float64Array(width * height), new Float64Array(width * height)]
  masks.forEach((mask, i) => {
    const covered = new Float32Array(width * height)
    for (const rectangle of mask) addTo(covered, width, rectangle, 1)
    covered.forEach((times, pixel) => {
      if (times === 0) return
      hidden[pixel] = hidden[pixel]! + 1
      hiddenRanks[pixel] = hiddenRanks[pixel]! + ranks[i]!
    })
  })
  const spread = Math.sqrt(ranks.reduce((sum, rank) => sum + rank * rank, 0))
  return Float32Array.from(hidden, (count, pixel) => {
    const visibilitySpread = Math.sqrt((count * (masks.length - count)) / masks.length)
    // Ranks sum to 0, so what the seen ones sum to is minus what the hidden ones do.
    return spread * visibilitySpread === 0 ? 0 : -hiddenRanks[pixel]! / (spread * visibilitySpread)
  })
}

/** Ranks less their mean; equal values share the mean of their ranks. */
function centredRanks(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((i, j) => values[i]! - values[j]!)
  const ranks = new Array<number>(values.length)
  for (let start = 0, end = 0; start < order.length; start = end) {
    while (end < order.length && values[order[end]!] === values[order[start]!]) end++
    for (let at = start; at < end; at++) ranks[order[at]!] = (start + end - 1) / 2 - (values.length - 1) / 2
  }
  return ranks
}
