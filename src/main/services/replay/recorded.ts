import type { Calibration, ModelManifest } from '../../../shared/domain/model'
import type { Comparison } from '../../../shared/domain/comparison'
import { describeThreshold, limitsOf, statementOf } from '../../../shared/domain/wording'
import { decide } from '../../explain/explanation'
import { compareExactly, type Finding } from './difference'

/** What the record of a run says of itself must follow from its own numbers, whatever the photos show. */
export function recordFindings(record: Comparison, { models }: ModelManifest): Finding[] {
  const { cosine, threshold, thresholdOrigin: origin, a, b, wording, model } = record
  const entry = models.find(({ id, sha256 }) => id === model.id && sha256 === model.sha256)
  const undocumented = entry?.undocumented ?? OWN_MODEL
  const words = { cosine, origin, a, b, undocumented }
  return [
    compareExactly('distance to the threshold', record.distance, cosine - threshold),
    compareExactly('decision', record.decision, decide(cosine, threshold)),
    compareExactly('wording of the decision', wording.statement, statementOf(record.decision, threshold)),
    compareExactly('wording of the threshold', wording.threshold, describeThreshold(threshold, origin)),
    ...(record.method.name === 'xSSAB' ? [compareExactly('limits', wording.limits, limitsOf(words))] : []),
    ...calibrationFindings(record, entry?.calibration)
  ]
}

/** As services/explain/recognizer.ts says it of a model of the user's own. */
const OWN_MODEL = ['What it was trained on, how it errs, and at which threshold.']

/** A calibration of a default model is the one that ships with it. */
function calibrationFindings({ threshold, thresholdOrigin }: Comparison, calibration: Calibration | undefined): Finding[] {
  if (thresholdOrigin.kind === 'user' || calibration === undefined) return []
  const { kind: _kind, ...origin } = thresholdOrigin
  return [compareExactly('calibrated threshold and its error rates', { threshold, ...origin }, calibration)]
}
