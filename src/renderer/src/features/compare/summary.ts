import type { LiveExplanation, Run } from '../../../../shared/domain/caseComparison'
import { EXPLAINERS } from '../../../../shared/domain/explainers'
import { statementOf } from '../../../../shared/domain/wording'
import { digitsFor, regionRows } from './result/RegionTable'
import { signed } from './result/verdict'

/** What the pictures show, in words and numbers, for who can't see them. */
export function summaryOf(run: Run | undefined, threshold: number | null, explanation: LiveExplanation | null): string {
  if (!run || threshold === null) return 'Not compared yet.'
  const score = `Score ${run.cosine.toFixed(4)}. ${statementOf(run.cosine >= threshold ? 'match' : 'non-match', threshold)}`
  if (!explanation) return score
  const rows = regionRows(explanation).slice(0, 3)
  const digits = digitsFor(Math.max(...rows.flatMap(({ a, b }) => [Math.abs(a), Math.abs(b)]), Number.MIN_VALUE), explanation.explainer)
  const regions = rows.map(({ region, a, b }) => `${region} A ${signed(a, digits)}, B ${signed(b, digits)}`)
  const by = explanation.explainer === 'xssab' ? '' : ` of the maps by ${EXPLAINERS[explanation.explainer].title}`
  return `${score} Strongest regions${by}: ${regions.join('; ')}.`
}
