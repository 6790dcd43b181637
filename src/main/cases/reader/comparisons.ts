import type { CaseComparison, ComparisonQuery, ComparisonRow, RunSummary } from '../../../shared/domain/caseComparison'
import { markText } from '../../../shared/domain/markedFace'
import type { StoredComparison as Whole } from '../../../shared/domain/storedCase'
import type { Database } from '../database'
import { markOf } from './faces'
import { lastRun } from './runs'
import { known } from './unknown'

interface StoredComparison extends Omit<CaseComparison, 'run' | 'runs' | 'removed' | 'locked' | 'blind'> {
  removedAt: string | null
  removedReason: string | null
  lockedAt: string | null
  lockedBy: string | null
  lockedReport: string | null
  lockedNumber: number | null
}
type StoredSide<S extends 'a' | 'b'> = {
  [K in 'Exhibit' | 'Name' as `${S}${K}`]: string
} & { [K in 'Number' as `${S}${K}`]: number } & { [K in 'Role' as `${S}${K}`]: 'Q' | 'K' | null } & { [K in 'NumberQ' | 'NumberK' as `${S}${K}`]: number | null }
type StoredRow = StoredComparison & StoredSide<'a'> & StoredSide<'b'> & { caseNumber: string; checklist: number; conclusion: string | null }

const COLUMNS = `c.id, c.caseId AS "case", c.number, c.faceA, c.faceB, c.stage, c.created, c.changed, c.removedAt, c.removedReason, c.version, c.lockedAt, c.lockedBy, c.lockedReport,
  (SELECT r.number FROM reports r WHERE r.id = c.lockedReport) AS lockedNumber, c.revision`
const sideColumns = (side: 'a' | 'b'): string =>
  `e${side}.id AS ${side}Exhibit, e${side}.number AS ${side}Number, e${side}.name AS ${side}Name, f${side}.role AS ${side}Role, f${side}.numberQ AS ${side}NumberQ, f${side}.numberK AS ${side}NumberK`

const ROW = `SELECT ${COLUMNS}, k.number AS caseNumber, ${sideColumns('a')}, ${sideColumns('b')},
    (SELECT COUNT(*) FROM checklistItems i WHERE i.comparisonId = c.id AND i.finding IS NOT NULL) AS checklist,
    (SELECT level FROM conclusions o WHERE o.comparisonId = c.id ORDER BY o.version DESC LIMIT 1) AS conclusion`
const JOINED = `JOIN cases k ON k.id = c.caseId
  JOIN faces fa ON fa.id = c.faceA JOIN exhibits ea ON ea.id = fa.exhibitId
  JOIN faces fb ON fb.id = c.faceB JOIN exhibits eb ON eb.id = fb.exhibitId`

/** A comparison's score and decision as lists keep them; null where it was never run. */
export interface ListedResult {
  id: string
  cosine: number | null
  decision: string | null
}

/** Numbers grow with rows, so rows stand in the order of numbers; over the whole library, in the order of creation. */
const KEYS: Readonly<Record<ComparisonQuery['sort'], string>> = { number: 'row', cosine: 'cosine', changed: 'changed' }

export const comparisonReads = (db: Database) => {
  const runs = (id: string): { run: RunSummary | null; runs: number } => {
    const run = lastRun(db, id)
    return { run, runs: run?.number ?? 0 }
  }
  const whole = <T extends StoredComparison>({ removedAt, removedReason, lockedAt, lockedBy, lockedReport, lockedNumber, ...row }: T) => ({
    ...row,
    ...runs(row.id),
    removed: removedAt === null ? null : { at: removedAt, reason: removedReason ?? '' },
    locked: lockedAt === null ? null : { at: lockedAt, by: lockedBy!, report: lockedReport!, number: lockedNumber! },
    blind: false
  })
  const named = (stored: StoredRow): ComparisonRow => {
    const { aExhibit, aNumber, aName, aRole, aNumberQ, aNumberK, bExhibit, bNumber, bName, bRole, bNumberQ, bNumberK, ...row } = stored
    return {
      ...whole(row),
      a: { exhibit: aExhibit, exhibitNumber: aNumber, name: aName, mark: markText(markOf({ role: aRole, numberQ: aNumberQ, numberK: aNumberK })) },
      b: { exhibit: bExhibit, exhibitNumber: bNumber, name: bName, mark: markText(markOf({ role: bRole, numberQ: bNumberQ, numberK: bNumberK })) }
    }
  }
  return {
    /** As it is, with nothing withheld: services/sight.ts says what an examiner may see of it. @throws VidimusError `comparison.unknown` (usage) */
    comparison: (id: string): CaseComparison => whole(known(db.get<StoredComparison>(`SELECT ${COLUMNS} FROM comparisons c WHERE c.id = ?`, id), 'comparison', id)),

    /** What is needed to write about it. @throws VidimusError `comparison.unknown` (usage) */
    comparisonPlace: (id: string): { case: string; number: number } =>
      known(db.get<{ case: string; number: number }>('SELECT caseId AS "case", number FROM comparisons WHERE id = ?', id), 'comparison', id),

    /** A comparison and all others of the same two faces, in either order, also those taken out of the case: they have one score. */
    sameFaces: (id: string): string[] =>
      db.all<{ id: string }>('SELECT o.id FROM comparisons c JOIN comparisons o ON o.faceA IN (c.faceA, c.faceB) AND o.faceB IN (c.faceA, c.faceB) WHERE c.id = ? ORDER BY o.row', id).map(row => row.id),

    /** @throws VidimusError `comparison.unknown` (usage) */
    comparisonRow: (id: string): ComparisonRow => named(known(db.get<StoredRow>(`${ROW} FROM comparisons c ${JOINED} WHERE c.id = ?`, id), 'comparison', id)),

    /** What lists are sorted and filtered by: copies of what the last runs say. */
    listedResults: (caseId: string): ListedResult[] => db.all('SELECT id, cosine, decision FROM comparisons WHERE caseId = ?', caseId),

    /** Oldest first. */
    amendments: (id: string): Whole['amendments'] => db.all('SELECT version, at, author AS "by", reason, report FROM amendments WHERE comparisonId = ? ORDER BY version', id),

    /** `hidden`: comparisons whose score and decision must not show, neither in the order nor by a filter. */
    comparisons(query: ComparisonQuery, hidden: readonly string[] = []): { total: number; rows: ComparisonRow[] } {
      const { where, values } = filterOf(query, hidden)
      const order = orderOf(query, hidden)
      const total = (hidden.length === 0 ? tallied(db, query) : undefined) ?? db.get<{ n: number }>(`SELECT COUNT(*) AS n FROM comparisons WHERE ${where}`, ...values)!.n
      const rows = db.all<StoredRow>(
        `WITH page AS MATERIALIZED (SELECT row FROM comparisons WHERE ${where} ORDER BY ${order('')} LIMIT ? OFFSET ?)
         ${ROW} FROM page JOIN comparisons c ON c.row = page.row ${JOINED} ORDER BY ${order('c.')}`,
        ...values, query.limit, query.offset
      )
      return { total, rows: rows.map(named) }
    }
  }
}

/** Comparisons without a run stand last whichever way scores are sorted. */
function orderOf({ sort, descending }: ComparisonQuery, hidden: readonly string[]): (table: string) => string {
  const way = descending ? 'DESC' : 'ASC'
  const key = KEYS[sort]
  if (sort === 'cosine' && hidden.length > 0) return table => `CASE WHEN ${table}id IN (${hidden.map(quoted).join(', ')}) THEN NULL ELSE ${table}cosine END ${way} NULLS LAST, ${table}row ${way}`
  return table => (key === 'row' ? `${table}row ${way}` : `${table}${key} ${way} NULLS LAST, ${table}row ${way}`)
}

/** An id of ours as SQL text. */
const quoted = (id: string): string => `'${id.replace(/[^0-9a-f-]/g, '')}'`

function filterOf({ case: caseId, decision, removed }: ComparisonQuery, hidden: readonly string[]): { where: string; values: unknown[] } {
  const parts: [string, unknown[]][] = [
    ...(caseId === null ? [] : [['caseId = ?', [caseId]] as [string, unknown[]]]),
    ...(decision === null ? [] : [['decision = ?', [decision]] as [string, unknown[]], ...(hidden.length === 0 ? [] : [[`id NOT IN (${hidden.map(quoted).join(', ')})`, []] as [string, unknown[]]])]),
    [removed ? 'TRUE' : 'removedAt IS NULL', []]
  ]
  return { where: parts.map(([sql]) => sql).join(' AND '), values: parts.flatMap(([, values]) => values) }
}

/** How many of the whole library, where that is kept. */
function tallied(db: Database, { case: caseId, decision, removed }: ComparisonQuery): number | undefined {
  if (caseId !== null || removed) return undefined
  return db.get<{ n: number }>('SELECT n FROM tallies WHERE kind = ?', decision ?? 'comparisons')?.n
}
