import { random, randomBelow } from '../../../shared/random'
import type { CropPair } from '../../explain/explainer'
import type { Crop } from '../../explain/explanation'
import { explainBy, METHODS, type MethodName } from '../../explain/methods'
import { cosine } from '../../explain/methods/occlusion'
import type { Tools } from '../../explain/tools'
import type { PatchedPair } from '../patch/manifest'
import { readCrop } from '../patch/readSet'
import { cachedMap, keyOf } from './mapCache'
import type { BaseScores, PairPlace, ReplacedScores } from './pairScores'
import { REPLACED, replacementOrder, replacePixels } from './replace'
import { Scorer } from './scorer'

export async function scoreBase({ setFolder, pair }: PairPlace, tools: Tools): Promise<BaseScores> {
  const crops = await Promise.all([pair.original, pair.patched, pair.b].map((file) => cropOf(setFolder, file)))
  const [original, patched, b] = await (await tools.embedder()).embed(crops)
  return { index: pair.index, clean: cosine(original!, b!), patched: cosine(patched!, b!) }
}

/**
 * DPR of one pair by several methods (Huber et al. 2024, section 4.2): the map of the patched image, computed once, orders
 * its pixels; the first r % of them are set back to the original.
 *
 * @returns by method; several at once, because some share their forward passes
 */
export async function scoreReplaced(place: PairPlace, methods: readonly MethodName[], threshold: number, seed: number, tools: Tools): Promise<Partial<Record<MethodName, ReplacedScores>>> {
  const { setFolder, pair } = place
  const [original, a, b] = await Promise.all([pair.original, pair.patched, pair.b].map((file) => cropOf(setFolder, file)))
  const scorer = await Scorer.against(b!, await tools.embedder())
  const atStart = await scorer.score(a!)
  const results: Partial<Record<MethodName, ReplacedScores>> = {}
  const crops = { a: a!, b: b! }
  for (const method of methods) {
    const map = await mapOfPatched(method, place, crops, threshold, seed, tools)
    const order = replacementOrder(map, atStart >= threshold)
    const scores: number[] = []
    for (const percent of REPLACED) scores.push(await scorer.score(replacePixels(a!, original!, order, percent)))
    results[method] = { index: pair.index, scores }
  }
  return results
}

/** What a method that draws at random is given for a pair, so that no two pairs get the same permutation. */
export const seedOfPair = (seed: number, index: number): number => randomBelow(random(seed, 'pair', index), 2 ** 31)

/** Maps without a model are cheaper to draw than to read, so only the others are kept. */
async function mapOfPatched(method: MethodName, { pair, cacheFolder }: PairPlace, crops: CropPair, threshold: number, seed: number, tools: Tools): Promise<Float32Array> {
  const ofPair = seedOfPair(seed, pair.index)
  const compute = async (): Promise<Float32Array> => (await explainBy(method, { pair: crops, threshold, seed: ofPair, only: 'a' }, tools)).a
  const { usesModel, parameters } = METHODS[method]
  if (!usesModel) return compute()
  return cachedMap(cacheFolder, keyOf([method, parameters(tools), pair.patched.sha256, pair.b.sha256, tools.recognizer.sha256, tools.recognizer.preprocessing, threshold, ofPair, ...(tools.recognizer.embedding === undefined ? [] : [tools.recognizer.embedding])]), compute)
}

async function cropOf(folder: string, file: PatchedPair['original']): Promise<Crop> {
  const { width, height, data } = await readCrop(folder, file)
  return { width, height, rgb: data }
}
