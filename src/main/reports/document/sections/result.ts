import type { ThresholdOrigin } from '../../../../shared/domain/comparison'
import type { EnhancementStep } from '../../../../shared/domain/enhancement'
import type { ReportComparison } from '../../../../shared/domain/report'
import { describeThreshold, percents, statementOf } from '../../../../shared/domain/wording'
import { facts, heading, table, words, type Block, type Pictures } from '../blocks'
import { sidePicture } from '../pictures'
import { four, time, type Setting } from '../setting'

/** Score, threshold, distance and the machine's words, with where the threshold comes from. */
export function result({ run, maps }: ReportComparison, setting: Setting): Block[] {
  const { say, report, recorded } = setting
  if (run === null) return [heading(2, say('result')), words(say('result.none'), 'strong')]
  const { record, cosine, threshold, decision } = run
  const numbers = facts([
    [say('result.score'), four(cosine)],
    [say('result.threshold'), four(threshold)],
    [say('result.distance'), four(record.distance)],
    [say('result.origin'), describeThreshold(threshold, record.thresholdOrigin, report.language)],
    ...calibration(record.thresholdOrigin, cosine, setting),
    [say('result.run'), say('result.runValue', { number: run.number, at: time(run.at), by: run.by })],
    [say('result.model'), recorded(record.model.name)],
    [say('result.modelHash'), record.model.sha256],
    [say('result.device'), `${record.device.used}, ${record.device.name}`],
    [say('result.mapsHash'), run.mapsSha256],
    [say('result.reproduced'), maps && say(maps.asRecorded ? 'result.sameMaps' : 'result.otherMaps')]
  ])
  return [heading(2, say('result')), words(statementOf(decision, threshold, report.language), 'strong'), numbers]
}

function calibration(origin: ThresholdOrigin, cosine: number, { say, recorded }: Setting): [string, string][] {
  if (origin.kind === 'user') return []
  const rate = (of: typeof origin.falseMatches): string => say('result.rate', percents(of))
  const { from, to } = origin.inconclusive
  const band = say('result.bandValue', { from: four(from), to: four(to) })
  return [
    [say('result.calibration'), say('result.calibrationValue', { set: recorded(origin.set), genuine: origin.genuinePairs, impostor: origin.impostorPairs })],
    [say('result.fmr'), rate(origin.falseMatches)],
    [say('result.fnmr'), rate(origin.falseNonMatches)],
    [say('result.band'), `${band}; ${say(cosine >= from && cosine <= to ? 'result.inside' : 'result.outside')}`]
  ]
}

/** Only where points were corrected: both scores. */
export function points({ run }: ReportComparison, { say }: Setting): Block[] {
  if (run === null || run.automaticCosine === null) return []
  const rows = facts([[say('points.used'), four(run.cosine)], [say('points.automatic'), four(run.automaticCosine)]])
  return [heading(2, say('points')), words(say('points.note'), 'small'), rows]
}

/** Only where there are steps: what they are, both scores, and the copies. */
export function enhancement(it: ReportComparison, setting: Setting): Block[] {
  const { run, enhancement: now } = it
  const { say } = setting
  const { a, b } = run?.enhanced ?? now
  if (a.length + b.length === 0) return []
  const steps = (of: readonly EnhancementStep[]): string => (of.length === 0 ? say('enhancement.noSteps') : of.map((step, i) => `${i + 1}. ${say(`step.${step.kind}`, step as unknown as Record<string, number>)}`).join('\n'))
  const scores: [string, string | null][] = [[say('enhancement.original'), run && four(run.cosine)], [say('enhancement.enhanced'), run?.enhanced ? four(run.enhanced.cosine) : null]]
  const rows = facts([[say('enhancement.steps', { side: 'A' }), steps(a)], [say('enhancement.steps', { side: 'B' }), steps(b)], ...scores])
  return [heading(2, say('enhancement')), words(say('enhancement.note'), 'small'), rows, ...copies(it, setting)]
}

function copies({ label }: ReportComparison, { say, pictures }: Setting): Pictures[] {
  const there = (['a', 'b'] as const).filter(side => pictures.has(sidePicture(label, side, 'enhanced')))
  if (there.length === 0) return []
  const shown = there.map(side => ({ file: sidePicture(label, side, 'enhanced'), alt: say('enhancement.alt', { side: side.toUpperCase(), label }), caption: side.toUpperCase(), shapes: [] }))
  return [{ kind: 'pictures', pictures: shown, aspect: 1, width: shown.length === 2 ? 16.6 : 8.3, caption: say('enhancement.caption', { label }), missing: '' }]
}

/** Only where there is more than the one run that the report is about. */
export function runs({ runs: all }: ReportComparison, { say, recorded }: Setting): Block[] {
  if (all.length < 2) return []
  const header = (['run', 'at', 'score', 'threshold', 'kind', 'model'] as const).map(key => say(`runs.${key}`))
  const rows = all.map(run => [String(run.number), `${time(run.at)}\n${run.by}`, four(run.cosine), four(run.threshold), say(`runs.${run.thresholdKind === 'calibrated' ? 'calibrated' : 'user'}`), `${recorded(run.model)}\n${run.modelSha256}`])
  return [heading(2, say('runs')), table(['1cm', '3cm', '1.3cm', '1.7cm', '2cm', '1fr'], header, rows, { numbers: [2, 3] })]
}
