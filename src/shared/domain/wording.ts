import type { FaceQuality } from './face'
import { suitabilityOf } from './quality'
import type { Comparison, ComparedFace, ThresholdOrigin } from './comparison'

/** The words a machine may use about a score (see FISWG and ENFSI guidance): a score is a lead, a person concludes. */
export const statementOf = (decision: Comparison['decision'], threshold: number): string =>
  `The score ${decision === 'match' ? 'supports' : 'does not support'} the same-source proposition at threshold ${threshold.toFixed(4)}.`

export function describeThreshold(threshold: number, origin: ThresholdOrigin): string {
  if (origin.kind === 'user') return `${threshold.toFixed(4)}, set by the user; no error rates are known for it.`
  const { set, genuinePairs, impostorPairs, falseMatches, falseNonMatches } = origin
  return (
    `${threshold.toFixed(4)}. On ${set}, ${inWords(falseMatches)} of ${impostorPairs} different-source pairs reached it and ${inWords(falseNonMatches)} of ` +
    `${genuinePairs} same-source pairs missed it. Other photos and people may give other rates.`
  )
}

/** The bounds are rounded outward: an interval that is printed narrower than it is claims more than the data hold. */
const inWords = ({ rate, low, high }: { rate: number; low: number; high: number }): string => `${percent(rate)} % (95 %: ${tenths(Math.floor, low)} to ${tenths(Math.ceil, high)} %)`
const percent = (rate: number): string => (rate * 100).toFixed(1)
/** A rate in percent, to one decimal. Cut to nine digits first: 0.029 * 1000 is a hair above 29 in binary. */
const tenths = (round: (value: number) => number, rate: number): string => (round(Number((rate * 1000).toPrecision(9))) / 10).toFixed(1)

/** What is to be said where a score lies so near the threshold that both kinds of pairs are common there. */
function limitsOfScore(cosine: number, origin: ThresholdOrigin): string[] {
  if (origin.kind === 'user') return []
  const { from, to, rate } = origin.inconclusive
  if (cosine < from || cosine > to) return []
  return [
    `The score lies in the inconclusive band, ${from.toFixed(4)} to ${to.toFixed(4)}: only beyond it did fewer than ${percent(rate)} % of the pairs of either kind err on ${origin.set}. Do not lean on the decision.`
  ]
}

const ALWAYS = [
  'The score is a lead; a person concludes.',
  'The score is the cosine of two embeddings, from -1 to 1. It is neither a percentage nor a probability of identity.',
  'The maps show where the model\u2019s score is sensitive. They are neither proof nor cause, and colours compare within this comparison alone.'
]

export interface LimitedBy {
  cosine: number
  origin: ThresholdOrigin
  a: ComparedFace
  b: ComparedFace
  /** What the model's makers do not say. */
  undocumented: readonly string[]
}

/** Limits that hold for every comparison, then those that this one's data add. */
export function limitsOf({ cosine, origin, a, b, undocumented }: LimitedBy): string[] {
  const model = undocumented.length === 0 ? [] : [`The model\u2019s makers do not document: ${undocumented.map(asClause).join('; ')}.`]
  return [...limitsOfScore(cosine, origin), ...ALWAYS, ...model, ...limitsOfFace('A', a), ...limitsOfFace('B', b)]
}

/** Crop pixels per photo pixel from which detail is made up rather than seen. */
const ENLARGED = 1.1
/** Degrees from which the estimate, itself good to about 10, says that a face is turned. */
const TURNED = 25

const POINTS = {
  corrected: 'was aligned by points that the examiner corrected; with the points as found the score may differ.',
  hand: 'was aligned by points that the examiner set by hand: no face was found there.',
  none: 'was given as an aligned crop: its source photo, pose and resolution are unknown here.'
} as const

function limitsOfQuality(name: string, quality: FaceQuality | null, override: string | null): string[] {
  const reasons = quality === null ? [] : suitabilityOf(quality).reasons
  const used = override === null ? '' : ` Compared all the same; the examiner\u2019s reason: ${override}`
  return reasons.length === 0 ? [] : [`${name} is not suitable by its quality (${reasons.join('; ')}).${used}`]
}

function limitsOfFace(name: string, { pointsFrom, interEyePixels, quality, photo, alignment, override }: ComparedFace): string[] {
  const limits: string[] = []
  if (pointsFrom !== 'automatic') limits.push(`${name} ${POINTS[pointsFrom]}`)
  limits.push(...limitsOfQuality(name, quality, override))
  const scale = alignment === null ? 1 : Math.hypot(alignment[0] ?? 0, alignment[3] ?? 0)
  if (interEyePixels !== null && scale >= ENLARGED)
    limits.push(`${name} is small: ${interEyePixels.toFixed(0)} pixels between the eyes, enlarged ${scale.toFixed(1)} times for the model.`)
  if (quality !== null && Math.abs(quality.yaw) >= TURNED) limits.push(`${name} is turned by about ${Math.abs(quality.yaw).toFixed(0)} degrees (rough estimate).`)
  if (photo.warnings.length > 0) limits.push(`Decoding ${name} gave warnings: ${photo.warnings.join('; ')}.`)
  return limits
}

/** A sentence of the model's card inside one of ours. */
const asClause = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '')
