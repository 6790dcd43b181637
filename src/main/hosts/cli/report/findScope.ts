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
 * The case and the comparisons that a command names: the case by its number or by a comparison's id, comparisons as they are
 * shown (C-2, c-2, 2) or by their ids, several with commas between.
 * @throws VidimusError `case.unnamed`, `case.unknown`, `comparison.unnamed`, `comparison.unknown` (usage)
 */
export function findScope(library: Library, { case: number, comparison }: { case?: string; comparison?: string[] }): FoundScope {
  const { read } = library
  const names = comparison?.flatMap(text => text.split(',')).map(name => name.trim()).filter(name => name !== '')
  if (names?.length === 0) throw usageError('comparison.unnamed', '--comparison names none: give numbers such as C-1,C-2, or leave it out for all of the case.')
  const withId = names?.find(isId)
  const id = number !== undefined ? caseNumbered(library, number) : withId === undefined ? null : read.comparison(withId).case
  if (id === null) throw usageError('case.unnamed', 'Name the case with --case NUMBER (C-1 stands in each case), or a comparison by its id.')
  return { case: id, number: read.case(id).number, comparisons: names === undefined ? null : comparisonsNamed(library, id, names) }
}

const isId = (name: string): boolean => Id.safeParse(name).success

function caseNumbered({ read, folder }: Library, number: string): string {
  const hit = read.search(number, 1)[0]
  if (hit?.kind === 'case' && hit.caseNumber === number.trim()) return hit.id
  throw usageError('case.unknown', `There is no case with the number "${number}" in the library "${folder}".`)
}

/** Their ids. Those taken out of the case are found, too: why they can't be reported on is said with the report. */
function comparisonsNamed({ read }: Library, caseId: string, names: readonly string[]): string[] {
  const rows = pagesOf(page => read.comparisons({ case: caseId, decision: null, sort: 'number', descending: false, removed: true, ...page }))
  const found = names.map(name => rows.find(({ id, number }) => id === name || number === numberIn(name))?.id)
  const unknown = names.filter((_, i) => found[i] === undefined)
  if (unknown.length === 0) return found as string[]
  throw usageError('comparison.unknown', `There is no comparison ${unknown.map(name => `"${name}"`).join(', ')} in case ${read.case(caseId).number}. ${those(rows.filter(({ removed }) => removed === null))}`)
}

/** Of "C-2", "c-2" and "2"; NaN where there is none. */
const numberIn = (name: string): number => Number(/^(?:c-?)?(\d{1,9})$/i.exec(name)?.[1])

/** More than a line of numbers helps nobody. */
const LISTED = 20

function those(rows: readonly { number: number }[]): string {
  if (rows.length === 0) return 'It has none: compare two faces of it first.'
  const listed = rows.slice(0, LISTED).map(({ number }) => `C-${number}`).join(', ')
  return rows.length > LISTED ? `It has ${rows.length}: ${listed} ... C-${rows.at(-1)!.number}.` : `It has ${listed}.`
}
