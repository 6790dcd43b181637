import { z } from 'zod'
import { Comparison } from './comparison'
import { ExplainerId } from './explainers'
import { ColourScale } from './explanation'
import { MarginByRegion } from './regions'
import { Id, Paging, Sha256, Time } from './common'
import { EnhancementSteps } from './enhancement'

export const Stage = z.enum(['analysis', 'comparison', 'evaluation', 'verification'])
export type Stage = z.infer<typeof Stage>

const decision = z.enum(['match', 'non-match'])

/** One run of the model over the pair, kept for good. */
export const RunSummary = z.object({
  id: Id,
  /** 1, 2, ... within the comparison. */
  number: z.int().positive(),
  at: Time,
  by: z.string(),
  cosine: z.number(),
  threshold: z.number(),
  thresholdKind: z.enum(['calibrated', 'user']),
  decision,
  model: z.string(),
  modelSha256: Sha256
})
export type RunSummary = z.infer<typeof RunSummary>

export const Run = RunSummary.extend({
  comparison: Id,
  record: Comparison,
  /** Where points were corrected: the score with the points as found on both sides. Null where that is the score itself. */
  automaticCosine: z.number().nullable(),
  /** The score of the enhanced copies, beside the original's; null where there are no steps. */
  enhanced: z.object({ cosine: z.number(), a: EnhancementSteps, b: EnhancementSteps }).nullable(),
  /** Over the six shown maps as float32, a then b, similar, dissimilar, combined. */
  mapsSha256: Sha256
})
export type Run = z.infer<typeof Run>

/** Two faces that are compared, in the order probe (A), reference (B). */
export const CaseComparison = z.object({
  id: Id,
  case: Id,
  /** C-1, C-2, ... in the case. */
  number: z.int().positive(),
  faceA: Id,
  faceB: Id,
  stage: Stage,
  created: Time,
  changed: Time,
  /** The last one; null before the first. */
  run: RunSummary.nullable(),
  runs: z.int().nonnegative(),
  removed: z.object({ at: Time, reason: z.string() }).nullable(),
  /** 1, and one more with every amendment after a signature. */
  version: z.int().positive(),
  /** Signed in this report: nothing of it can be changed until it is amended. */
  locked: z.object({ at: Time, by: z.string(), report: Id, /** ... in the case. */ number: z.int().positive() }).nullable(),
  /** Runs, score, decision, maps and others' findings are withheld from the present examiner: `run` is null, `runs` 0. */
  blind: z.boolean(),
  revision: z.int().positive()
})
export type CaseComparison = z.infer<typeof CaseComparison>

/** One row of the list: the comparison with what its two faces are called. */
export const ComparisonRow = CaseComparison.extend({
  caseNumber: z.string(),
  a: z.object({ exhibit: Id, exhibitNumber: z.int(), mark: z.string(), name: z.string() }),
  b: z.object({ exhibit: Id, exhibitNumber: z.int(), mark: z.string(), name: z.string() }),
  /** Assessed components of the checklist, 0..19; of the own one where others' findings are withheld. */
  checklist: z.int().nonnegative(),
  /** The examiner's last conclusion, in the laboratory's words; null where it is withheld. */
  conclusion: z.string().nullable()
})
export type ComparisonRow = z.infer<typeof ComparisonRow>

export const ComparisonQuery = z.object({
  /** Null: of the whole library. */
  case: Id.nullable(),
  decision: decision.nullable().default(null),
  sort: z.enum(['number', 'cosine', 'changed']).default('number'),
  descending: z.boolean().default(false),
  /** Also those that were taken out. */
  removed: z.boolean().default(false),
  ...Paging
})
export type ComparisonQuery = z.infer<typeof ComparisonQuery>

const map = z.instanceof(Float32Array)
/** The three maps of one face, [height, width] row-major in crop pixels; see ColourScale for how they are drawn. */
export const FaceMaps = z.object({ width: z.int().positive(), height: z.int().positive(), similar: map, dissimilar: map, combined: map })
export type FaceMaps = z.infer<typeof FaceMaps>

/** What one forward and backward pass says at one threshold: everything the result panel and the layers show. */
export const LiveExplanation = z.object({
  cosine: z.number(),
  threshold: z.number(),
  decision,
  /** a_n = e1_n e2_n. */
  arguments: map,
  /** threshold / N. */
  bound: z.number(),
  a: FaceMaps,
  b: FaceMaps,
  /** One scale for all six maps. */
  scale: ColourScale,
  /** Whose maps these are. Kept runs and reports hold xSSAB's, whatever is looked at. */
  explainer: ExplainerId,
  /** Null where the explainer does not divide the margin. */
  margin: MarginByRegion.nullable(),
  mapsSha256: Sha256
})
export type LiveExplanation = z.infer<typeof LiveExplanation>
