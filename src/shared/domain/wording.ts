import type { Comparison, ComparedFace, ThresholdOrigin } from './comparison'

/** The words a machine may use about a score (see FISWG and ENFSI guidance): a score is a lead, a person concludes. */
export const statementOf = (decision: Comparison['decision'], threshold: number): string =>
  `The score ${decision === 'match' ? 'supports' : 'does not support'} the same-source proposition at threshold ${threshold.toFixed(4)}.`

export function describeThreshold(threshold: number, origin: ThresholdOrigin): string {
  if (origin.kind === 'user') return `${threshold.toFixed(4)}, set by the user; no error rates are known for it.`
  const rate = (origin.equalErrorRate * 100).toFixed(1)
  return `${threshold.toFixed(4)}, where this model errs equally often on same-source and different-source pairs: ${rate} % each on ${origin.set} (${origin.pairs} pairs). Other photos and people may give other rates.`
}

const ALWAYS = [
  'The score is a lead; a person concludes.',
  'The score is the cosine of two embeddings, from -1 to 1. It is neither a percentage nor a probability of identity.',
  'The maps show where the model\u2019s score is sensitive. They are neither proof nor cause, and colours compare within this comparison alone.'
]

/** Limits that hold for every comparison, then those that this one's data add. */
export function limitsOf(a: ComparedFace, b: ComparedFace, undocumented: readonly string[]): string[] {
  const model = undocumented.length === 0 ? [] : [`The model\u2019s makers do not document: ${undocumented.map(asClause).join('; ')}.`]
  return [...ALWAYS, ...model, ...limitsOfFace('A', a), ...limitsOfFace('B', b)]
}

/** Crop pixels per photo pixel from which detail is made up rather than seen. */
const ENLARGED = 1.1
/** Degrees from which the estimate, itself good to about 10, says that a face is turned. */
const TURNED = 25

function limitsOfFace(name: string, { detected, interEyePixels, quality, photo, alignment }: ComparedFace): string[] {
  const limits: string[] = []
  if (!detected) limits.push(`${name} was given as an aligned crop: its source photo, pose and resolution are unknown here.`)
  const scale = alignment === null ? 1 : Math.hypot(alignment[0] ?? 0, alignment[3] ?? 0)
  if (interEyePixels !== null && scale >= ENLARGED)
    limits.push(`${name} is small: ${interEyePixels.toFixed(0)} pixels between the eyes, enlarged ${scale.toFixed(1)} times for the model.`)
  if (quality !== null && Math.abs(quality.yaw) >= TURNED) limits.push(`${name} is turned by about ${Math.abs(quality.yaw).toFixed(0)} degrees (rough estimate).`)
  if (photo.warnings.length > 0) limits.push(`Decoding ${name} gave warnings: ${photo.warnings.join('; ')}.`)
  return limits
}

/** A sentence of the model's card inside one of ours. */
const asClause = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '')
