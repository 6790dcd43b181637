import type { Case } from '../../../shared/domain/case'
import type { CaseComparison } from '../../../shared/domain/caseComparison'
import type { Exhibit } from '../../../shared/domain/exhibit'
import { usageError } from '../../../shared/errors'
import type { Library } from '../../cases/library'

/** What a report is about. */
export interface Scope {
  case: Case
  /** By number. */
  comparisons: CaseComparison[]
  /** How many comparisons the case has, those taken out aside. */
  all: number
  /** By number: for the whole case all of it, else those that the comparisons use. */
  exhibits: Exhibit[]
  /** What prevents a report, in words. */
  blocks: string[]
}

/** @throws VidimusError `case.unknown`, `comparison.unknown`, `report.other-case` (usage) */
export function scopeOf({ read }: Pick<Library, 'read'>, caseId: string, ids: readonly string[] | null): Scope {
  const found = read.case(caseId)
  const present = pagesOf(page => read.comparisons({ case: caseId, decision: null, sort: 'number', descending: false, removed: false, ...page }))
  const comparisons = (ids === null ? present.map(({ id }) => id) : [...new Set(ids)]).map(id => read.comparison(id)).sort((one, other) => one.number - other.number)
  const stranger = comparisons.find(({ case: other }) => other !== caseId)
  if (stranger) throw usageError('report.other-case', `C-${stranger.number} belongs to another case than ${found.number}: a report is about one case.`)
  const used = new Set(comparisons.flatMap(({ faceA, faceB }) => [read.face(faceA).exhibit, read.face(faceB).exhibit]))
  const exhibits = pagesOf(page => read.exhibits({ case: caseId, removed: true, ...page })).filter(({ id, removed }) => used.has(id) || (ids === null && removed === null))
  return { case: found, comparisons, all: present.length, exhibits, blocks: blocksOf(comparisons, exhibits) }
}

function blocksOf(comparisons: readonly CaseComparison[], exhibits: readonly Exhibit[]): string[] {
  if (comparisons.length === 0) return ['The case has no comparison to report on: compare two faces first.']
  return [
    ...comparisons.flatMap(({ number, removed }) => (removed === null ? [] : [`C-${number} was taken out of the case (${removed.reason}): put it back, or leave it out of the report.`])),
    ...exhibits.flatMap(({ number, name, removed }) => (removed === null ? [] : [`E-${number} "${name}" was taken out of the case (${removed.reason}), and a comparison of the report uses it: put it back, or leave that comparison out.`]))
  ]
}

const PAGE = 500

/** All rows of a paged list. */
export function pagesOf<T>(read: (page: { offset: number; limit: number }) => { total: number; rows: T[] }): T[] {
  const rows: T[] = []
  for (;;) {
    const page = read({ offset: rows.length, limit: PAGE })
    rows.push(...page.rows)
    if (page.rows.length < PAGE) return rows
  }
}
