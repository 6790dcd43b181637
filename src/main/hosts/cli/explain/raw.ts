import type { PairExplanation } from '../../../explain/explanation'
import type { ExplainedPair } from '../../../services/explainPair'
import { toNpy } from '../output/npy'

const KINDS = ['positive', 'negative', 'combined', 'blurred'] as const

/** Maps [height, width] and embeddings [2, N] for other programs, unscaled: xSSAB's four a face, or another explainer's signed one. */
export function rawFiles({ record: { method }, explanation, maps }: Pick<ExplainedPair, 'record' | 'explanation' | 'maps'>): [string, Uint8Array][] {
  const { a, b } = explanation.embeddings
  const files = method.name === 'xSSAB' ? xssabFiles(explanation) : signedFiles(method.id, maps)
  return [...files, ['embeddings.npy', toNpy(Float32Array.of(...a, ...b), [2, a.length])]]
}

const SIDES = ['a', 'b'] as const

const xssabFiles = ({ maps }: PairExplanation): [string, Uint8Array][] =>
  SIDES.flatMap((side) => KINDS.map((kind): [string, Uint8Array] => {
    const { width, height, [kind]: values } = maps[side]
    return [`maps/${kind}-${side}.npy`, toNpy(values, [height, width])]
  }))

const signedFiles = (id: string, maps: ExplainedPair['maps']): [string, Uint8Array][] =>
  SIDES.map((side) => [`maps/${id}-${side}.npy`, toNpy(maps[side].combined, [maps[side].height, maps[side].width])])
