/**
 * What the present examiner may see of a comparison: the one place that decides it.
 *
 * In a blind-first case score, decision and maps are withheld from everybody until the first opinion is locked. From who forms a
 * second opinion everything that others found, drew and concluded is withheld until it is locked or withdrawn. Comparisons of the
 * same two faces, in either order, have one score: what is withheld of one is withheld of all.
 */
import type { AuditRow } from '../../shared/domain/audit'
import type { CaseComparison, ComparisonRow } from '../../shared/domain/caseComparison'
import type { ReportLanguage } from '../../shared/domain/claims'
import type { Opinion } from '../../shared/domain/opinion'
import { usageError } from '../../shared/errors'
import type { Library } from '../cases/library'

export interface Withholding {
  /** Whose opinion is being waited for. */
  role: Opinion['role']
  /** Why, in words. */
  reason: string
  /** The second opinion that the present examiner is forming on it; null for a first one, and for one on another comparison of the same faces. */
  forming: Opinion | null
}

/** Names of people are the same whatever their case and the spaces around them. */
export const sameName = (one: string, other: string): boolean => folded(one) === folded(other)
const folded = (name: string): string => name.trim().normalize('NFC').toLocaleLowerCase('en')

/** Null where nothing is withheld. @param language of the reason for a first opinion; that for a second is English, since no report is made then. @throws VidimusError `comparison.unknown` (usage) */
export function withholdingOf({ read, viewer }: Library, comparison: string, language: ReportLanguage = 'en'): Withholding | null {
  const { case: caseId, number } = read.comparisonPlace(comparison)
  const pair = read.sameFaces(comparison)
  const own = pair.flatMap(id => read.opinions(id)).filter(opinion => isForming(opinion) && sameName(opinion.by, viewer()))
  if (own.length > 0) return { role: 'second', forming: own.find(opinion => opinion.comparison === comparison) ?? null, reason: whySecond(read, number, own[0]!) }
  if (!read.case(caseId).blindFirst || isOpen(read, comparison, pair)) return null
  return { role: 'first', forming: null, reason: WHY_FIRST[language](number, pair.length > 1) }
}

/** By the number of the comparison, and whether there are others of the same faces. */
const WHY_FIRST: Readonly<Record<ReportLanguage, (number: number, others: boolean) => string>> = {
  en: (number, others) => `This is a blind-first case: score, decision and maps of C-${number} stay hidden until checklist and conclusion are locked as the first opinion${others ? ', of every comparison of these two faces' : ''}.`,
  de: (number, others) => `Der Fall wird zuerst blind untersucht: Score, Entscheidung und Karten von C-${number} bleiben verborgen, bis Merkmalsliste und Schlussfolgerung als erste Beurteilung festgeschrieben sind${others ? ', und zwar zu jedem Vergleich dieser beiden Gesichter' : ''}.`
}

function whySecond(read: Library['read'], number: number, { comparison }: Opinion): string {
  const on = read.comparisonPlace(comparison).number
  const same = on === number ? '' : `, which compares the same two faces as C-${number}`
  return `You are forming an independent opinion on C-${on}${same}: what others found and what the model says stays hidden from you until you lock or withdraw it.`
}

/** First opinions are locked on all present comparisons of the pair; or on one, and the score is known since: what is added later is not blind. */
function isOpen(read: Library['read'], comparison: string, pair: readonly string[]): boolean {
  const stored = pair.map(id => read.comparison(id))
  const isLocked = (id: string): boolean => read.opinions(id).some(({ role, locked }) => role === 'first' && locked !== null)
  if (stored.every(({ id, removed }) => isLocked(id) || (removed !== null && id !== comparison))) return true
  return stored.some(({ runs }) => runs > 0) && pair.some(isLocked)
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

/** Comparisons on which the present examiner is forming a second opinion, and all others of the same faces. */
export const formingOf = ({ read, viewer }: Library): string[] => {
  const own = read.formingOpinions().filter(({ by }) => sameName(by, viewer()))
  return [...new Set(own.flatMap(({ comparison }) => read.sameFaces(comparison)))]
}

/** A comparison as the present examiner may see it. */
export function seen<T extends CaseComparison>(library: Library, comparison: T): T {
  const withheld = withholdingOf(library, comparison.id)
  if (withheld === null) return comparison
  const bare = { ...comparison, blind: true, run: null, runs: 0 }
  return withheld.role === 'first' ? bare : { ...bare, ...ownOf(comparison, withheld.forming) }
}

/** In a list the numbers and words of the own opinion stand where those of others would. */
const ownOf = (comparison: CaseComparison, own: Opinion | null): Partial<ComparisonRow> =>
  'checklist' in comparison ? { checklist: own?.checklist.filter(({ finding }) => finding !== null).length ?? 0, conclusion: null } : {}

/** Rows of the log as the present examiner may see them: without the details where these tell of a comparison that is withheld. */
export function seenRows(library: Library, rows: readonly AuditRow[]): AuditRow[] {
  const withheld = formingOf(library).map(id => ({ ...library.read.comparisonPlace(id), objects: new Set([id, ...library.read.partsOf(id)]) }))
  if (withheld.length === 0) return [...rows]
  const tells = (row: AuditRow): boolean => withheld.some(({ case: caseId, number, objects }) => row.case === caseId && (objects.has(row.object ?? '') || new RegExp(`\\bC-${number}\\b`).test(JSON.stringify(row.details))))
  return rows.map(row => (tells(row) ? { ...row, details: { withheld: 'You are forming an independent opinion on this comparison: what this row holds is hidden from you until you lock or withdraw it.' } } : row))
}
