import { z } from 'zod'
import { ExplainerId, OTHER_EXPLAINERS } from './explainers'

/** One embedding dimension's share of the score: a_n = e1_n e2_n. */
export const Argument = z.object({ dimension: z.int().nonnegative(), value: z.number() })
export type Argument = z.infer<typeof Argument>

/** The score taken apart: positive arguments are those at or above threshold / N, and all of them add up to the cosine. */
export const ArgumentsRecord = z.object({
  positive: z.int().nonnegative(),
  negative: z.int().nonnegative(),
  positiveSum: z.number(),
  negativeSum: z.number(),
  /** threshold / N: where positive begins. */
  bound: z.number(),
  /** The largest and the smallest arguments, most extreme first. */
  strongest: z.object({ positive: z.array(Argument), negative: z.array(Argument) })
})
export type ArgumentsRecord = z.infer<typeof ArgumentsRecord>

const computed = {
  source: z.string(),
  /** The network's input, (value - subtract) / divide; the gradients are per unit of it. */
  preprocessing: z.object({ subtract: z.number(), divide: z.number().positive(), channels: z.enum(['RGB', 'BGR']) }),
  crop: z.object({ width: z.int().positive(), height: z.int().positive() }),
  embedding: z.object({ output: z.string().nullable(), length: z.int().positive() })
}
/** `exact`: the forward pass in float64, so that rounding flips no unit; `fast`: float32 throughout. */
const precision = z.enum(['exact', 'fast'])

const XssabMethod = z.object({
  name: z.literal('xSSAB'),
  ...computed,
  precision,
  channelMean: z.literal('mean of absolute gradients over the colour channels'),
  combined: z.literal('positive - negative'),
  blur: z.object({ side: z.int().positive(), sigma: z.number().positive(), border: z.literal('reflect-101') })
})

/** Its similar map is what lies above 0 in one signed map, its dissimilar map what lies below. */
const OtherMethod = z.object({
  name: z.enum(OTHER_EXPLAINERS),
  id: ExplainerId.exclude(['xssab']),
  ...computed,
  /** Of the pass that made the maps; null where no model takes part. The score is xSSAB's run's. */
  precision: precision.nullable(),
  /** What one value of a map is. */
  unit: z.string(),
  /** For what is drawn at random. */
  seed: z.int().nonnegative(),
  /** Everything else that the maps depend on. */
  parameters: z.record(z.string(), z.json())
})

/** What has to be known to compute the maps again. Records kept in cases are xSSAB's; `vidimus explain --method` writes the others. */
export const ExplanationMethod = z.discriminatedUnion('name', [XssabMethod, OtherMethod])
export type ExplanationMethod = z.infer<typeof ExplanationMethod>
export type OtherMethod = z.infer<typeof OtherMethod>

export const PaletteName = z.enum(['paper', 'safe'])
export type PaletteName = z.infer<typeof PaletteName>

/** One scale for every map of a comparison. Opacity grows in proportion to |value| and is full from `limit` on. */
export const ColourScale = z.object({
  palette: PaletteName,
  similar: z.string(),
  dissimilar: z.string(),
  /** Map value drawn in full colour. */
  limit: z.number().positive(),
  /** Largest absolute value in any of the maps shown; values between limit and maximum look alike. */
  maximum: z.number().nonnegative(),
  /** Opacity of full colour over the grey picture, 0..1. */
  opacity: z.number().min(0).max(1)
})
export type ColourScale = z.infer<typeof ColourScale>
