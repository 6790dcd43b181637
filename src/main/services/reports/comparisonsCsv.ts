import type { ComparisonRow } from '../../../shared/domain/caseComparison'
import type { Library } from '../../cases/library'
import { csvOf, type Cell } from '../../reports/csv'
import { withheldFrom } from './blind'
import { pagesOf } from './scope'

const COLUMNS = [
  'case', 'comparison', 'version', 'stage',
  'probe', 'probe exhibit', 'probe file', 'probe SHA-256', 'reference', 'reference exhibit', 'reference file', 'reference SHA-256',
  'runs', 'run at', 'run by', 'score', 'threshold', 'threshold set by', 'score minus threshold', 'the score ... the same-source proposition',
  'score with points as found', 'score of enhanced copies', 'model', 'model SHA-256', 'maps SHA-256',
  'components assessed', 'conclusion', 'concluded by', 'concluded at', 'withheld'
]

/** All comparisons of a case that were not taken out, one a row, each with its last run; without a score where it is withheld. */
export function comparisonsCsv(library: Library, caseId: string): string {
  const rows = pagesOf(page => library.read.comparisons({ case: caseId, decision: null, sort: 'number', descending: false, removed: false, ...page }))
  return csvOf(COLUMNS, rows.map(row => rowOf(library, row)))
}

function rowOf(library: Library, row: ComparisonRow): Cell[] {
  const { caseNumber, number, version, stage, a, b, checklist } = row
  const { read } = library
  const withheld = withheldFrom(library, row)
  const side = ({ mark, exhibitNumber, name, exhibit }: ComparisonRow['a']): Cell[] => [mark, `E-${exhibitNumber}`, name, read.exhibit(exhibit).sha256]
  const last = read.conclusions(row.id).at(-1)
  const people: Cell[] = withheld === null ? [checklist, last?.level ?? '', last?.by ?? '', last?.at ?? ''] : Array<Cell>(4).fill('')
  return [caseNumber, `C-${number}`, version, stage, ...side(a), ...side(b), ...runCells(library, withheld === null ? row : { run: null, runs: null }), ...people, withheld ?? '']
}

function runCells({ read }: Library, { run: last, runs }: { run: ComparisonRow['run']; runs: number | null }): Cell[] {
  if (last === null) return [runs, ...Array<Cell>(12).fill('')]
  const { at, by, cosine, threshold, thresholdKind, decision, model, modelSha256, automaticCosine, enhanced, mapsSha256 } = read.run(last.id)
  return [
    runs, at, by, cosine, threshold, thresholdKind === 'calibrated' ? 'calibration' : 'user', cosine - threshold, decision === 'match' ? 'supports' : 'does not support',
    automaticCosine, enhanced?.cosine ?? null, model, modelSha256, mapsSha256
  ]
}
