import type { ReportLanguage } from '../../../shared/domain/claims'
import type { Comparison } from '../../../shared/domain/comparison'
import type { Opinion } from '../../../shared/domain/opinion'
import type { FivePoints } from '../../../shared/domain/face'
import { recorded } from '../../../shared/domain/recorded'
import type { ReportComparison } from '../../../shared/domain/report'
import { limitsOf } from '../../../shared/domain/wording'
import { limitText, type LimitKey, type LimitValues } from './texts'

/** What is known of a comparison beside what the report says of it. */
export interface ComparisonContext {
  blindFirst: boolean
  /** Why score and findings are withheld from who makes the report; null where nothing is. */
  withheld: string | null
  /** The points in use now. */
  points: { a: FivePoints; b: FivePoints } | null
  /** SHA-256 of the model set in the program now; null where it is not known. */
  presentModel: string | null
  /** Why maps could not be computed again; null where they were or where there is no run. */
  notComputed: string | null
  /** The score as computed again with the maps. */
  again: number | null
}

/** Everything that a reader must know before leaning on a comparison: what the run itself said, then what its record adds. */
export function limitsOfComparison(comparison: Omit<ReportComparison, 'limits'>, context: ComparisonContext, language: ReportLanguage): string[] {
  const say = (key: LimitKey, values?: LimitValues): string => limitText(language, key, values)
  if (context.withheld !== null) return [say('withheld', { reason: context.withheld })]
  return [...(comparison.run === null ? [] : limitsOfRecord(comparison.run.record, language)), ...ofRun(comparison, context, language).map(([key, values]) => say(key, values)), ...ofPeople(comparison, context).map(([key, values]) => say(key, values))]
}

/** What a run's own record says, in English as it was recorded; in another language the same of the same data. */
export function limitsOfRecord({ cosine, thresholdOrigin, a, b, wording }: Comparison, language: ReportLanguage): string[] {
  if (language === 'en') return wording.limits
  const undocumented = wording.limits.flatMap(limit => UNDOCUMENTED.exec(limit)?.[1]?.split('; ') ?? [])
  return limitsOf({ cosine, origin: thresholdOrigin, a, b, undocumented }, language)
}

const UNDOCUMENTED = /^The model\u2019s makers do not document: (.*)\.$/

/** Of these, what the examiner may still mend before the report is made. */
const GAPS: readonly LimitKey[] = ['noRun', 'withheld', 'pointsSince', 'stepsSince', 'otherModel', 'checklist', 'noConclusion', 'unverified', 'beforeBlind']

/** What a report of the comparison will say is missing, in English: for the window. */
export function gapsOfComparison(comparison: Omit<ReportComparison, 'limits'>, context: ComparisonContext): string[] {
  const limits: Limit[] = context.withheld === null ? [...ofRun(comparison, context, 'en'), ...ofPeople(comparison, context)] : [['withheld', { reason: context.withheld }]]
  return limits.filter(([key]) => GAPS.includes(key)).map(([key, values]) => limitText('en', key, values))
}

type Limit = [LimitKey, LimitValues?]

function ofRun({ run, runs, maps, enhancement }: Omit<ReportComparison, 'limits'>, { points, presentModel, notComputed, again }: ComparisonContext, language: ReportLanguage): Limit[] {
  if (run === null) return [['noRun']]
  const scores = runs.map(({ cosine }) => cosine)
  const limits: Limit[] = []
  if (runs.length > 1) limits.push(['runs', { count: runs.length, least: Math.min(...scores).toFixed(4), most: Math.max(...scores).toFixed(4) }])
  if (run.thresholdKind === 'user') limits.push(['ownThreshold'])
  for (const side of ['a', 'b'] as const) if (points !== null && !same(points[side], run.record[side].points)) limits.push(['pointsSince', { side: side.toUpperCase() }])
  if (!same(enhancement, { a: run.enhanced?.a ?? [], b: run.enhanced?.b ?? [] })) limits.push(['stepsSince'])
  if (presentModel !== null && presentModel !== run.modelSha256) limits.push(['otherModel', { model: recorded(run.model, language), sha256: run.modelSha256 }])
  if (notComputed !== null) limits.push(['noMaps', { reason: notComputed }])
  if (maps !== null && !maps.asRecorded) limits.push(['mapsDiffer', { now: maps.sha256, then: run.mapsSha256, recorded: String(run.cosine), again: String(again) }])
  return limits
}

function ofPeople({ checklist, conclusions, opinions }: Omit<ReportComparison, 'limits'>, { blindFirst }: ComparisonContext): Limit[] {
  const done = checklist.filter(({ finding }) => finding !== null).length
  const locked = opinions.filter(({ locked }) => locked !== null)
  const limits: Limit[] = []
  if (done < checklist.length) limits.push(['checklist', { done, all: checklist.length }])
  if (conclusions.length === 0) limits.push(['noConclusion'])
  if (blindFirst && !locked.some(({ role }) => role === 'first')) limits.push(['beforeBlind'])
  if (!locked.some(({ role }) => role === 'second')) limits.push(['unverified'])
  if (new Set(locked.map(({ conclusion }) => conclusion.level)).size > 1) limits.push(['opinionsDiffer'])
  return [...limits, ...opinions.filter(isWithdrawn).map(({ by, withdrawn }): Limit => ['withdrawn', { by, reason: withdrawn.reason }])]
}

const isWithdrawn = (opinion: Opinion): opinion is Opinion & { withdrawn: { at: string; reason: string } } => opinion.withdrawn !== null

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
