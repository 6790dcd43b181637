import type { Comparison, ThresholdOrigin } from '../../../../../shared/domain/comparison'
import type { Calibration, ModelEntry } from '../../../../../shared/domain/model'
import { describeThreshold, limitsOf, statementOf } from '../../../../../shared/domain/wording'

/** What the machine may say about a kept score at a threshold, which need not be the kept one. */
export interface Verdict {
  cosine: number
  threshold: number
  /** cosine - threshold. */
  distance: number
  decision: Comparison['decision']
  origin: ThresholdOrigin
  statement: string
  thresholdText: string
  limits: string[]
}

const STEP = 0.00005

/** Whether two thresholds are the same to the four decimals that are shown and kept. */
export const isSameThreshold = (a: number, b: number): boolean => Math.abs(a - b) < STEP

/** @param model undefined for a model of the user's own: then no calibration is known */
export function verdictOf(record: Comparison, threshold: number, model: ModelEntry | undefined): Verdict {
  const { cosine, a, b } = record
  const decision = cosine >= threshold ? 'match' : 'non-match'
  const origin = originOf(record, threshold, model?.calibration)
  const limits = model ? limitsOf({ cosine, origin, a, b, undocumented: model.undocumented }) : record.wording.limits
  return { cosine, threshold, distance: cosine - threshold, decision, origin, statement: statementOf(decision, threshold), thresholdText: describeThreshold(threshold, origin), limits }
}

/** The calibrated origin for the calibrated threshold alone: error rates hold for no other. */
function originOf(record: Comparison, threshold: number, calibration: Calibration | undefined): ThresholdOrigin {
  if (isSameThreshold(threshold, record.threshold)) return record.thresholdOrigin
  if (calibration === undefined || !isSameThreshold(threshold, calibration.threshold)) return { kind: 'user' }
  const { threshold: _, ...origin } = calibration
  return { kind: 'calibrated', ...origin }
}

/** "+0.1234" or "−0.1234", with a true minus sign. */
export const signed = (value: number, digits = 4): string => `${value < 0 ? '\u2212' : '+'}${Math.abs(value).toFixed(digits)}`

/** The part of -1..1 that scores of this comparison need: most scores lie above -0.2. */
export const rulerOf = (values: readonly number[]): { from: number; to: number } => ({ from: Math.min(...values) < -0.2 ? -1 : -0.2, to: 1 })
