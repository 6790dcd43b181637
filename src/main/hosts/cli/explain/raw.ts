import type { PairExplanation } from '../../../explain/explanation'
import { toNpy } from '../output/npy'

const KINDS = ['positive', 'negative', 'combined', 'blurred'] as const

/** Maps [height, width] and embeddings [2, N] for other programs, unscaled. */
export function rawFiles({ maps, embeddings: { a, b } }: PairExplanation): [string, Uint8Array][] {
  const files = (['a', 'b'] as const).flatMap((side) => KINDS.map((kind): [string, Uint8Array] => {
    const { width, height, [kind]: values } = maps[side]
    return [`maps/${kind}-${side}.npy`, toNpy(values, [height, width])]
  }))
  return [...files, ['embeddings.npy', toNpy(Float32Array.of(...a, ...b), [2, a.length])]]
}
