import { Id } from '../../../../shared/domain/common'
import { usageError } from '../../../../shared/errors'
import type { Library } from '../../../cases/library'
import { pagesOf } from '../../../services/reports/scope'

export interface FoundScope {
  /** Ids. */
  case: string
  comparisons: string[] | null
  /** Of the case. */
  number: string
}

/**
 * The case and the comparisons that a command names: by number, or comparisons by id alone.
 * @throws VidimusError `case.unnamed`, `case.unknown`, `comparison.unknown` (usage)
 */
export function findScope(library: Library, { case: number, comparison }: { case?: string; comparison?: string[] }): FoundScope {
  const { read } = library
  const ids = comparison?.filter(name => Id.safeParse(name).success) ?? []
  const id = number !== undefined ? caseNumbered(library, number) : ids.length > 0 ? read.comparison(ids[0]!).case : null
  if (id === null) throw usageError('case.unnamed', 'Name the case with --case NUMBER (C-1 stands in each case), or a comparison by its id.')
  return { case: id, number: read.case(id).number, comparisons: comparison === undefined ? null : comparison.map(name => (ids.includes(name) ? name : comparisonNumbered(library, id, name))) }
}

function caseNumbered({ read, folder }: Library, number: string): string {
  const hit = read.search(number, 1)[0]
  if (hit?.kind === 'case' && hit.caseNumber === number.trim()) return hit.id
  throw usageError('case.unknown', `There is no case with the number "${number}" in the library "${folder}".`)
}

function comparisonNumbered({ read }: Library, caseId: string, name: string): string {
  const number = Number(/^C-(\d{1,9})$/i.exec(name)?.[1])
  const found = pagesOf(page => read.comparisons({ case: caseId, decision: null, sort: 'number', descending: false, removed: true, ...page })).find(row => row.number === number)
  if (found) return found.id
  throw usageError('comparison.unknown', `There is no comparison "${name}" in case ${read.case(caseId).number}: give its number, such as C-1, or its id.`)
}
