import type { ReportLanguage } from './claims'
import type { FaceQuality } from './face'
import { suitabilityOf } from './quality'
import type { Comparison, ComparedFace, ThresholdOrigin } from './comparison'
import { recorded } from './recorded'
import { WORDING, type Wording } from './wordings'

/** The words a machine may use about a score (see FISWG and ENFSI guidance): a score is a lead, a person concludes. */
export const statementOf = (decision: Comparison['decision'], threshold: number, language: ReportLanguage = 'en'): string => WORDING[language].statement(decision, threshold.toFixed(4))

export function describeThreshold(threshold: number, origin: ThresholdOrigin, language: ReportLanguage = 'en'): string {
  const wording = WORDING[language]
  if (origin.kind === 'user') return wording.userThreshold(threshold.toFixed(4))
  const { set, genuinePairs, impostorPairs, falseMatches, falseNonMatches } = origin
  return wording.calibrated({ threshold: threshold.toFixed(4), set: recorded(set, language), genuinePairs, impostorPairs, falseMatches: inWords(falseMatches, wording), falseNonMatches: inWords(falseNonMatches, wording) })
}

interface Rate {
  rate: number
  low: number
  high: number
}

/**
 * A rate and its interval in percent, to one decimal. The bounds are rounded outward: an interval that is printed narrower
 * than it is claims more than the data hold.
 */
export const percents = ({ rate, low, high }: Rate): Record<keyof Rate, string> => ({ rate: percent(rate), low: tenths(Math.floor, low), high: tenths(Math.ceil, high) })

function inWords(of: Rate, { to }: Wording): string {
  const { rate, low, high } = percents(of)
  return `${rate} % (95 %: ${low} ${to} ${high} %)`
}

const percent = (rate: number): string => (rate * 100).toFixed(1)
/** Cut to nine digits first: 0.029 * 1000 is a hair above 29 in binary. */
const tenths = (round: (value: number) => number, rate: number): string => (round(Number((rate * 1000).toPrecision(9))) / 10).toFixed(1)

/** What is to be said where a score lies so near the threshold that both kinds of pairs are common there. */
function limitsOfScore(cosine: number, origin: ThresholdOrigin, language: ReportLanguage): string[] {
  if (origin.kind === 'user') return []
  const { from, to, rate } = origin.inconclusive
  return cosine < from || cosine > to ? [] : [WORDING[language].inconclusive({ from: from.toFixed(4), to: to.toFixed(4), rate: percent(rate), set: recorded(origin.set, language) })]
}

export interface LimitedBy {
  cosine: number
  origin: ThresholdOrigin
  a: ComparedFace
  b: ComparedFace
  /** What the model's makers do not say. */
  undocumented: readonly string[]
}

/** Limits that hold for every comparison, then those that this one's data add. */
export function limitsOf({ cosine, origin, a, b, undocumented }: LimitedBy, language: ReportLanguage = 'en'): string[] {
  const wording = WORDING[language]
  const model = undocumented.length === 0 ? [] : [wording.undocumented(undocumented.map(text => recorded(asClause(text), language)).join('; '))]
  return [...limitsOfScore(cosine, origin, language), ...wording.always, ...model, ...limitsOfFace('A', a, language), ...limitsOfFace('B', b, language)]
}

/** Crop pixels per photo pixel from which detail is made up rather than seen. */
const ENLARGED = 1.1
/** Degrees from which the estimate, itself good to about 10, says that a face is turned. */
const TURNED = 25

function limitsOfQuality(name: string, quality: FaceQuality | null, override: string | null, language: ReportLanguage): string[] {
  const reasons = quality === null ? [] : suitabilityOf(quality, language).reasons
  return reasons.length === 0 ? [] : [WORDING[language].unsuitable(name, reasons.join('; '), override)]
}

function limitsOfFace(name: string, { pointsFrom, interEyePixels, quality, photo, alignment, override }: ComparedFace, language: ReportLanguage): string[] {
  const wording = WORDING[language]
  const limits: string[] = []
  if (pointsFrom !== 'automatic') limits.push(`${name} ${wording.points[pointsFrom]}`)
  limits.push(...limitsOfQuality(name, quality, override, language))
  const scale = alignment === null ? 1 : Math.hypot(alignment[0] ?? 0, alignment[3] ?? 0)
  if (interEyePixels !== null && scale >= ENLARGED) limits.push(wording.small(name, interEyePixels.toFixed(0), scale.toFixed(1)))
  if (quality !== null && Math.abs(quality.yaw) >= TURNED) limits.push(wording.turned(name, Math.abs(quality.yaw).toFixed(0)))
  if (photo.warnings.length > 0) limits.push(wording.decoding(name, photo.warnings.join('; ')))
  return limits
}

/** A sentence of the model's card inside one of ours. */
const asClause = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '')
