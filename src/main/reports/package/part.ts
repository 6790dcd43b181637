import type { StoredCase } from '../../../shared/domain/storedCase'
import { usageError } from '../../../shared/errors'
import type { StoredAuditRow } from '../../evidence/chain'

export interface CasePart {
  stored: StoredCase
  rows: StoredAuditRow[]
  /** Whether all comparisons and exhibits of the case are in it. */
  whole: boolean
}

/**
 * What a package holds of a case: all of it, or some comparisons with their exhibits, the log without rows about what stays
 * behind, and the reports about these comparisons that were made before any such row: a report holds the log of the whole case. Uses and opinions that are not finished stay behind in any case.
 *
 * @throws VidimusError `comparison.unknown`, `package.locked-together` (usage)
 */
export function partOf(whole: StoredCase, rows: readonly StoredAuditRow[], chosen: readonly string[] | null): CasePart {
  const finished = withoutUnfinished(whole)
  if (chosen === null) return { stored: finished, rows: [...rows], whole: true }
  const comparisons = chosen.map(id => finished.comparisons.find(comparison => comparison.id === id) ?? unknown(id))
  const faces = new Set(comparisons.flatMap(({ faceA, faceB }) => [faceA, faceB]))
  const stored: StoredCase = {
    ...finished,
    comparisons: finished.comparisons.filter(({ id }) => chosen.includes(id)),
    exhibits: finished.exhibits.filter(exhibit => exhibit.faces.some(({ id }) => faces.has(id))),
    reports: finished.reports.filter(report => report.comparisons.every(({ id }) => chosen.includes(id)))
  }
  const isWhole = stored.comparisons.length === finished.comparisons.length && stored.exhibits.length === finished.exhibits.length
  const part = isWhole ? stored : { ...stored, reports: silentReports(stored, finished, rows) }
  refuseHalfLocks(part, finished)
  return { stored: part, rows: isWhole ? [...rows] : rowsOf(part, finished, rows), whole: isWhole }
}

/** The reports whose own rows of the log say nothing of what stays behind: all of it came after them. */
function silentReports(part: StoredCase, whole: StoredCase, rows: readonly StoredAuditRow[]): StoredCase['reports'] {
  const kept = new Set(rowsOf(part, whole, rows))
  const firstLeft = rows.find(row => !kept.has(row))?.sequence ?? Infinity
  return part.reports.filter(({ id }) => (rows.find(({ object }) => object === id)?.sequence ?? Infinity) < firstLeft)
}

/** Opinions that nobody else may read yet, and uses that go on. */
const withoutUnfinished = (stored: StoredCase): StoredCase => ({
  ...stored,
  uses: stored.uses.filter(({ ended }) => ended !== null),
  comparisons: stored.comparisons.map(comparison => ({ ...comparison, opinions: comparison.opinions.filter(({ locked, withdrawn }) => locked !== null || withdrawn !== null) }))
})

function refuseHalfLocks({ comparisons, reports }: StoredCase, whole: StoredCase): void {
  const inside = new Set(reports.map(({ id }) => id))
  for (const { number, locked, amendments } of comparisons)
    for (const { report } of [...(locked ? [locked] : []), ...amendments]) {
      if (inside.has(report)) continue
      const signed = whole.reports.find(({ id }) => id === report)
      const about = signed?.comparisons.map(other => `C-${other.number}`).join(', ') ?? 'others'
      throw usageError('package.locked-together', `C-${number} was signed in report R-${signed?.number ?? '?'}, and that report is part of what is to be said of it; but the report (about ${about}, with the log of the case until then) tells of more than these comparisons: pack the whole case.`)
    }
}

/** Rows about what is in the part or about the case as a whole. */
function rowsOf(part: StoredCase, whole: StoredCase, rows: readonly StoredAuditRow[]): StoredAuditRow[] {
  const kept = new Set(namesOf(part))
  const left = new Set(namesOf(whole).filter(name => !kept.has(name)))
  return rows.filter(({ object, details }) => {
    const { exhibit, comparison } = JSON.parse(details) as { exhibit?: unknown; comparison?: unknown }
    return ![object, exhibit, comparison].some(name => typeof name === 'string' && left.has(name))
  })
}

/** Ids, and what the log calls exhibits and comparisons in its details. */
const namesOf = ({ exhibits, comparisons, reports }: StoredCase): string[] => [
  ...exhibits.flatMap(({ id, number, faces }) => [id, `E-${number}`, ...faces.map(face => face.id)]),
  ...comparisons.flatMap(({ id, number, annotations, opinions }) => [id, `C-${number}`, ...annotations.map(annotation => annotation.id), ...opinions.map(opinion => opinion.id)]),
  ...reports.map(({ id }) => id)
]

function unknown(id: string): never {
  throw usageError('comparison.unknown', `There is no comparison "${id}" in this case. The window may be showing an old state: reload it.`)
}
