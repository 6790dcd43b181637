import type { ReportComparison } from '../../../../shared/domain/report'
import { heading, table, words, type Block } from '../blocks'
import { four, shortFace, type Setting } from '../setting'
import { levelOf } from './conclusion'

/** One row a comparison: what the score says, and apart from it what the examiner concluded. */
export function summary(setting: Setting): Block[] {
  const { report, say } = setting
  if (report.comparisons.length === 0) return [heading(1, say('summary')), words(say('summary.none'))]
  const header = (['comparison', 'a', 'b', 'score', 'threshold', 'machine', 'conclusion'] as const).map(key => say(`summary.${key}`))
  const rows = report.comparisons.map(comparison => row(comparison, setting))
  return [heading(1, say('summary')), table(['1.9cm', '2fr', '2fr', '1.3cm', '1.7cm', '2.6cm', '3fr'], header, rows, { numbers: [3, 4] }), words(say('summary.note'), 'small')]
}

function row({ label, a, b, run, conclusions }: ReportComparison, { say, recorded }: Setting): string[] {
  const last = conclusions.at(-1)
  const conclusion = last === undefined ? say('notRecorded') : levelOf(last, { say, recorded })
  const score = run === null ? ['', '', say('summary.notRun')] : [four(run.cosine), four(run.threshold), say(`summary.${run.decision}`)]
  return [label, sideName(a), sideName(b), ...score, conclusion]
}

export const sideName = (side: ReportComparison['a']): string => `${shortFace(side)} (${side.exhibit}, ${side.name})`
