import { accuracyAt, type Band, bestAccuracy, equalErrorRate, inconclusiveBand, ratesAt, type ScoredPair } from '../calibration/errorRates'
import { scoreHistogram, type ScoreHistogram } from '../calibration/histogram'
import { wilson95, type Interval } from '../calibration/intervals'
import { kFoldAccuracy, type FoldAccuracy } from '../calibration/kFold'
import type { FaceEngine } from '../faces/engine'
import type { Pixels } from '../faces/pixels'
import { readPhotoFile } from '../faces/readPhotoFile'
import type { CropSize } from '../../shared/geometry/alignment'
import { toErrorData, VidimusError } from '../../shared/errors'
import { centralCrop } from './centralCrop'
import { Journal } from './dpr/journal'
import { keyOfBytes } from './dpr/mapCache'
import { mapConcurrently } from './mapConcurrently'
import { photoPath } from './photoPath'
import type { BenchmarkPair } from './lfwPairs'

/** Embeddings of aligned crops, one each, any length; they need not be normalised. */
export type Embed = (crops: readonly Pixels[]) => Promise<readonly Float32Array[]>

export interface LfwOptions {
  imagesDir: string
  pairs: readonly BenchmarkPair[]
  faces: FaceEngine
  embed: Embed
  /** Of the crops, as the model wants them; 112x112 where left out. */
  cropSize?: CropSize
  /**
   * A file for what is embedded until all is, so that a killed run is carried on; it is gone at the end. Photos are known by their
   * bytes; the name must stand for the rest: pairs, face models, recognition model and its preprocessing.
   */
  journal?: string
  /** A threshold to judge beside the ones the pairs give. */
  threshold?: number
  /** Images in work at once; as many as there are cores to spare. */
  concurrency?: number
  progress?: (done: number, total: number) => void
  signal?: AbortSignal
}

/** Rates at one threshold with 95 % intervals (Wilson). */
export interface ThresholdReport {
  threshold: number
  accuracy: number
  fmr: number
  fmr95: Interval
  fnmr: number
  fnmr95: Interval
}

/** One in 200: 7 of the 1500 pairs of each kind in five folds of LFW, about as fine as such a set supports. */
const INCONCLUSIVE_RATE = 0.005

export interface LfwReport {
  images: number
  pairs: number
  /** Pairs of which both images could be used; all rates are over these. */
  pairsUsed: number
  eer: number
  atEer: ThresholdReport
  /** Where a score says little: beyond it one pair in 200 errs. Null where a kind has fewer than 200 pairs, which can't show that. */
  inconclusive: Band | null
  /** Best accuracy on these same pairs: optimistic; the folds' mean is the honest figure. */
  bestAccuracy: { accuracy: number; threshold: number }
  /** Null for one fold, and where the folds beside one hold a single kind of pairs. */
  folds: { mean: number; standardError: number; folds: FoldAccuracy[] } | null
  atThreshold: ThresholdReport | null
  histogram: ScoreHistogram
  /** Every image that could not be used, and why; `face.none` are those without a face. */
  unusable: { image: string; code: string; message: string }[]
}

/**
 * A face-verification benchmark in LFW's form: every image embedded once (the face nearest the middle), the cosine of
 * every pair, error rates.
 *
 * @throws VidimusError `bench.no-pairs` (input) where no genuine or no impostor pair is left; `cancelled`.
 */
export async function benchLfw(options: LfwOptions): Promise<LfwReport> {
  const images = [...new Set(options.pairs.flatMap(({ a, b }) => [a, b]))]
  const { embeddings, unusable } = await embedAll(images, options)
  const scored = scorePairs(options.pairs, embeddings)
  if (!scored.some(({ genuine }) => genuine) || scored.every(({ genuine }) => genuine))
    throw new VidimusError('input', 'bench.no-pairs', `Of ${options.pairs.length} pairs, ${scored.length} could be compared, not of both kinds. First problem: ${unusable[0]?.message ?? 'none'} Check the image folder.`, { detail: unusable })
  const { eer, threshold } = equalErrorRate(scored)
  return {
    images: images.length,
    pairs: options.pairs.length,
    pairsUsed: scored.length,
    eer,
    atEer: reportAt(scored, threshold),
    inconclusive: supportsBand(scored) ? inconclusiveBand(scored, INCONCLUSIVE_RATE) : null,
    bestAccuracy: bestAccuracy(scored),
    folds: kFoldAccuracy(scored),
    atThreshold: options.threshold === undefined ? null : reportAt(scored, options.threshold),
    histogram: scoreHistogram(scored),
    unusable
  }
}

const supportsBand = (pairs: readonly ScoredPair[]): boolean => [true, false].every((kind) => pairs.filter(({ genuine }) => genuine === kind).length * INCONCLUSIVE_RATE >= 1)

/** An image of the list with the embedding of its central face, `length` float32 in the machine's order as base64. */
interface Embedded {
  index: number
  length: number
  photoSha256: string
  embedding: string
}

async function embedAll(images: readonly string[], options: LfwOptions): Promise<{ embeddings: Map<string, Float32Array>; unusable: LfwReport['unusable'] }> {
  const embeddings = new Map<string, Float32Array>()
  const unusable: LfwReport['unusable'] = []
  const journal = options.journal === undefined ? null : await Journal.open<Embedded>(options.journal)
  let done = 0
  await mapConcurrently([...images.entries()], options.concurrency ?? 2, async ([index, image]) => {
    if (options.signal?.aborted) throw new VidimusError('cancelled', 'cancelled', 'The benchmark was stopped.')
    try {
      embeddings.set(image, await embeddingOf(index, await photoPath(options.imagesDir, image), journal, options))
    } catch (error) {
      const { kind, code, message } = toErrorData(error)
      if (kind !== 'input') throw error
      unusable.push({ image, code, message })
    }
    options.progress?.(++done, images.length)
  })
  await journal?.remove()
  return { embeddings, unusable: unusable.sort((a, b) => (a.image < b.image ? -1 : 1)) }
}

async function embeddingOf(index: number, path: string, journal: Journal<Embedded> | null, { faces, embed, cropSize }: LfwOptions): Promise<Float32Array> {
  const bytes = await readPhotoFile(path)
  const photoSha256 = keyOfBytes(bytes)
  const known = journal?.get(index)
  const kept = known?.photoSha256 === photoSha256 ? Buffer.from(String(known.embedding), 'base64') : null
  if (kept?.length === 4 * Number(known?.length)) return new Float32Array(new Uint8Array(kept).buffer)
  const [raw] = await embed([await centralCrop(bytes, faces, cropSize)])
  const embedding = normalised(raw!)
  await journal?.add({ index, length: embedding.length, photoSha256, embedding: Buffer.from(embedding.buffer, embedding.byteOffset, embedding.byteLength).toString('base64') })
  return embedding
}

function normalised(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0))
  if (!(length > 0 && Number.isFinite(length))) throw new VidimusError('fault', 'model.embedding-value', 'The model gave an embedding that is zero or not a number. Check the model.')
  return vector.map((value) => value / length)
}

function scorePairs(pairs: readonly BenchmarkPair[], embeddings: Map<string, Float32Array>): (ScoredPair & { fold: number })[] {
  return pairs.flatMap(({ a, b, genuine, fold }) => {
    const [one, other] = [embeddings.get(a), embeddings.get(b)]
    return one && other ? [{ score: one.reduce((sum, value, i) => sum + value * other[i]!, 0), genuine, fold }] : []
  })
}

function reportAt(pairs: readonly ScoredPair[], threshold: number): ThresholdReport {
  const { fmr, fnmr, falseMatches, impostors, falseNonMatches, genuines } = ratesAt(pairs, threshold)
  return { threshold, accuracy: accuracyAt(pairs, threshold), fmr, fmr95: wilson95(falseMatches, impostors), fnmr, fnmr95: wilson95(falseNonMatches, genuines) }
}
