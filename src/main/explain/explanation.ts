/** An aligned face crop: 8-bit sRGB, row-major, three bytes a pixel. */
export interface Crop {
  width: number
  height: number
  /** length = width * height * 3, values 0..255 */
  rgb: Uint8Array
}

/** The xSSAB maps of one image, each [height, width] row-major; gradients per unit of the preprocessed input. */
export interface Maps {
  width: number
  height: number
  /** mean over channels of |ds+/dI|, >= 0: where the positive arguments are sensitive. */
  positive: Float32Array
  /** mean over channels of |ds-/dI|, >= 0: where the negative arguments are sensitive. */
  negative: Float32Array
  /** positive - negative; high argues for the same source. */
  combined: Float32Array
  /** combined, blurred 5x5 with sigma 5: what is shown. */
  blurred: Float32Array
}

export interface PairExplanation {
  /** Cosine of the two embeddings, -1..1. */
  cosine: number
  /** The decision threshold that split the arguments. */
  threshold: number
  /** a_n = e1_n * e2_n; they sum to the cosine. */
  arguments: Float32Array
  embeddings: { a: Float32Array; b: Float32Array }
  maps: { a: Maps; b: Maps }
}

export interface ArgumentSummary {
  /** Arguments a_n >= threshold / N. */
  positive: number
  negative: number
  positiveSum: number
  negativeSum: number
}

/** Counts and sums the arguments on each side of threshold / N (Huber et al. 2024, section 3). */
export function summarizeArguments(args: Float32Array, threshold: number): ArgumentSummary {
  // float32, as the graph compares: an argument that equals the bound must fall on the same side here and there.
  const bound = Math.fround(Math.fround(threshold) / args.length)
  const summary: ArgumentSummary = { positive: 0, negative: 0, positiveSum: 0, negativeSum: 0 }
  for (const a of args) {
    if (a >= bound) {
      summary.positive++
      summary.positiveSum += a
    } else {
      summary.negative++
      summary.negativeSum += a
    }
  }
  return summary
}

export const decide = (cosine: number, threshold: number): 'match' | 'non-match' => (cosine >= threshold ? 'match' : 'non-match')
