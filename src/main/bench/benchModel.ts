import type { Preprocessing } from '../explain/preprocess'
import type { Recognizer } from '../explain/xssab'

/** What a benchmark's figures are of. */
export interface BenchModel {
  /** Id of a default model, or the file's name. */
  id: string
  sha256: string
  preprocessing: Preprocessing
  /** Output that was named as the embedding; null where it was found by its shape. */
  embedding: string | null
}

export const benchModel = ({ id, sha256, preprocessing, embedding }: Omit<Recognizer, 'bytes'> & { id: string }): BenchModel => ({ id, sha256, preprocessing, embedding: embedding ?? null })

export const modelInWords = ({ id, sha256, preprocessing: { subtract, divide, channels }, embedding }: BenchModel): string =>
  `model ${id} (SHA-256 ${sha256.slice(0, 12)}...), fed (value - ${subtract}) / ${divide}, ${channels}${embedding === null ? '' : `, embedding "${embedding}"`}`
