/**
 * What the present examiner may see of a comparison: the one place that decides it.
 *
 * In a blind-first case score, decision and maps are withheld from everybody until the first opinion is locked. From who forms a
 * second opinion everything that others found, drew and concluded is withheld until it is locked or withdrawn.
 */
import type { AuditRow } from '../../shared/domain/audit'
import type { CaseComparison, ComparisonRow } from '../../shared/domain/caseComparison'
import type { Opinion } from '../../shared/domain/opinion'
import { usageError } from '../../shared/errors'
import type { Library } from '../cases/library'

export interface Withholding {
  /** Whose opinion is being waited for. */
  role: Opinion['role']
  /** Why, in words. */
  reason: string
  /** The second opinion that the present examiner is forming; null for a first one. */
  forming: Opinion | null
}

/** Names of people are the same whatever their case and the spaces around them. */
export const sameName = (one: string, other: string): boolean => folded(one) === folded(other)
const folded = (name: string): string => name.trim().normalize('NFC').toLocaleLowerCase('en')

/** Null where nothing is withheld. @throws VidimusError `comparison.unknown` (usage) */
export function withholdingOf({ read, viewer }: Library, comparison: string): Withholding | null {
  const { case: caseId, number } = read.comparisonPlace(comparison)
  const opinions = read.opinions(comparison)
  const forming = opinions.find(opinion => isForming(opinion) && sameName(opinion.by, viewer())) ?? null
  if (forming !== null) return { role: 'second', forming, reason: `You are forming an independent opinion on C-${number}: what others found and what the model says stays hidden from you until you lock or withdraw it.` }
  if (!read.case(caseId).blindFirst || opinions.some(({ role, locked }) => role === 'first' && locked !== null)) return null
  return { role: 'first', forming: null, reason: `This is a blind-first case: score, decision and maps of C-${number} stay hidden until checklist and conclusion are locked as the first opinion.` }
}

const isForming = ({ role, locked, withdrawn }: Opinion): boolean => role === 'second' && locked === null && withdrawn === null

/** @throws VidimusError `comparison.blind`, `comparison.unknown` (usage) where score, decision and maps are withheld */
export function refuseBlind(library: Library, comparison: string): void {
  const withheld = withholdingOf(library, comparison)
  if (withheld !== null) throw blind(withheld, comparison)
}

/** @throws VidimusError `comparison.blind`, `comparison.unknown` (usage) where others' findings are withheld, too */
export function refuseSecond(library: Library, comparison: string): void {
  const withheld = withholdingOf(library, comparison)
  if (withheld?.role === 'second') throw blind(withheld, comparison)
}

/**
 * Whatever tells of several comparisons at once: reports, packages.
 * @throws VidimusError `comparison.blind` (usage) where one of them, or with null any of the case, is withheld from who forms a second opinion on it
 */
export function refuseSecondOf(library: Library, caseId: string, comparisons: readonly string[] | null): void {
  for (const id of formingOf(library)) if (library.read.comparisonPlace(id).case === caseId && (comparisons === null || comparisons.includes(id))) refuseSecond(library, id)
}

const blind = ({ reason, role }: Withholding, comparison: string) => usageError('comparison.blind', reason, { comparison, role })

/** Comparisons on which the present examiner is forming a second opinion. */
export const formingOf = ({ read, viewer }: Library): string[] => read.formingOpinions().filter(({ by }) => sameName(by, viewer())).map(({ comparison }) => comparison)

/** A comparison as the present examiner may see it. */
export function seen<T extends CaseComparison>(library: Library, comparison: T): T {
  const withheld = withholdingOf(library, comparison.id)
  if (withheld === null) return comparison
  const bare = { ...comparison, blind: true, run: null, runs: 0 }
  return withheld.forming === null ? bare : { ...bare, ...ownOf(comparison, withheld.forming) }
}

/** In a list the numbers and words of the own opinion stand where those of others would. */
const ownOf = (comparison: CaseComparison, { checklist }: Opinion): Partial<ComparisonRow> =>
  'checklist' in comparison ? { checklist: checklist.filter(({ finding }) => finding !== null).length, conclusion: null } : {}

/** Rows of the log as the present examiner may see them: without the details where these tell of a comparison that is withheld. */
export function seenRows(library: Library, rows: readonly AuditRow[]): AuditRow[] {
  const withheld = formingOf(library).map(id => ({ ...library.read.comparisonPlace(id), objects: new Set([id, ...library.read.partsOf(id)]) }))
  if (withheld.length === 0) return [...rows]
  const tells = (row: AuditRow): boolean => withheld.some(({ case: caseId, number, objects }) => row.case === caseId && (objects.has(row.object ?? '') || new RegExp(`\\bC-${number}\\b`).test(JSON.stringify(row.details))))
  return rows.map(row => (tells(row) ? { ...row, details: { withheld: 'You are forming an independent opinion on this comparison: what this row holds is hidden from you until you lock or withdraw it.' } } : row))
}
