import type { Embedder } from '../embedder'
import type { CropPair, SignedMaps } from '../explainer'
import type { Crop } from '../explanation'
import { gaussianBlur } from '../gaussianBlur'
import { BLUR } from '../render/shownMaps'
import { addTo, blacken, cosine, embedVersions, type Hooks, type Rectangle } from './occlusion'

/** Patch sizes p of xFace; a patch is drawn from its start to start + p inclusively, so it is one pixel wider. */
export const XFACE_PATCHES = [7, 14, 28] as const
export const XFACE_STRIDE = 5

/** 1: against the mean over all versions of the other image with a patch of that size hidden; 2: the other image whole; 3: both hidden at the same place. */
export type XfaceVariant = 1 | 2 | 3

/** A pair's crops, whole and with every patch hidden, embedded. */
export interface OccludedPair {
  whole: { a: Float32Array; b: Float32Array }
  /** One an entry of xfacePatches, in its order. */
  hidden: { a: Float32Array[]; b: Float32Array[] }
}

/** All patches in order of size, then row, then column: 1130 for a crop of 112x112. */
export function xfacePatches(width: number, height: number): { size: number; rectangle: Rectangle }[] {
  const starts = (size: number, side: number): number[] => Array.from({ length: Math.ceil((side - size) / XFACE_STRIDE) }, (_, i) => i * XFACE_STRIDE)
  return XFACE_PATCHES.flatMap((size) =>
    starts(size, height).flatMap((top) => starts(size, width).map((left) => ({ size, rectangle: { left, top, right: left + size + 1, bottom: top + size + 1 } })))
  )
}

/** Embeds both images of a pair with every patch in black: 2 x (1130 + 1) forward passes at 112x112. */
export async function occludePair(pair: CropPair, embedder: Embedder, { progress, signal }: Hooks = {}): Promise<OccludedPair> {
  const versions = 1 + xfacePatches(pair.a.width, pair.a.height).length
  const hooks = (before: number): Hooks => ({ ...(progress && { progress: (done) => progress(before + done, 2 * versions) }), ...(signal && { signal }) })
  const [[a, ...hiddenA], [b, ...hiddenB]] = [await occlude(pair.a, embedder, hooks(0)), await occlude(pair.b, embedder, hooks(versions))]
  return { whole: { a: a!, b: b! }, hidden: { a: hiddenA, b: hiddenB } }
}

/** The crop whole, then with each patch hidden. */
async function occlude(crop: Crop, embedder: Embedder, hooks: Hooks): Promise<Float32Array[]> {
  const patches = xfacePatches(crop.width, crop.height)
  return embedVersions(embedder, patches.length + 1, (i) => (i === 0 ? crop : blacken(crop, [patches[i - 1]!.rectangle])), hooks)
}

/**
 * xFace (Knoche et al. 2023, "Explainable model-agnostic similarity and confidence in face verification"). For each
 * patch size p: the mean over patches of (1 - mask)(d - d0) / p^2, d and d0 the cosine distances with and without the
 * patch hidden, blurred 5x5 with sigma 5; then the mean over p. Not divided by how often a pixel was hidden.
 */
export function xfaceMaps({ a: { width, height } }: CropPair, occluded: OccludedPair, variant: XfaceVariant): SignedMaps {
  return { width, height, a: mapOf('a', 'b', occluded, variant, width, height), b: mapOf('b', 'a', occluded, variant, width, height) }
}

type Side = 'a' | 'b'

function mapOf(side: Side, other: Side, { whole, hidden }: OccludedPair, variant: XfaceVariant, width: number, height: number): Float32Array {
  const d0 = 1 - cosine(whole.a, whole.b)
  const patches = xfacePatches(width, height)
  const maps = XFACE_PATCHES.map((size) => {
    const ofSize = patches.flatMap((patch, i) => (patch.size === size ? [i] : []))
    // The mean of distances to many embeddings is the distance to their mean.
    const partner = variant === 1 ? meanOf(ofSize.map((i) => hidden[other][i]!)) : whole[other]
    const sum = new Float64Array(width * height)
    for (const i of ofSize) {
      const d = 1 - cosine(hidden[side][i]!, variant === 3 ? hidden[other][i]! : partner)
      addTo(sum, width, patches[i]!.rectangle, (d - d0) / (size * size) / ofSize.length)
    }
    return gaussianBlur(Float32Array.from(sum), width, height, BLUR)
  })
  return meanOf(maps)
}

function meanOf(vectors: readonly Float32Array[]): Float32Array {
  const sum = new Float64Array(vectors[0]?.length ?? 0)
  for (const vector of vectors) for (let i = 0; i < sum.length; i++) sum[i] = sum[i]! + vector[i]! / vectors.length
  return Float32Array.from(sum)
}
