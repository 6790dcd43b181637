import type { LiveExplanation, Run } from '../../../../shared/domain/caseComparison'
import { statementOf } from '../../../../shared/domain/wording'
import { regionRows } from './result/RegionTable'
import { signed } from './result/verdict'

/** What the pictures show, in words and numbers, for who can't see them. */
export function summaryOf(run: Run | undefined, threshold: number | null, explanation: LiveExplanation | null): string {
  if (!run || threshold === null) return 'Not compared yet.'
  const score = `Score ${run.cosine.toFixed(4)}. ${statementOf(run.cosine >= threshold ? 'match' : 'non-match', threshold)}`
  if (!explanation) return score
  const regions = regionRows(explanation).slice(0, 3).map(({ region, a, b }) => `${region} A ${signed(a, 2)}, B ${signed(b, 2)}`)
  return `${score} Strongest regions: ${regions.join('; ')}.`
}
