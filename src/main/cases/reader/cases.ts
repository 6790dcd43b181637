import type { Case, CaseQuery, CaseRow, CaseUse } from '../../../shared/domain/case'
import type { Database } from '../database'
import { matchExpression } from '../matchExpression'
import { known } from './unknown'

type Stored<T extends Case | CaseRow> = Omit<T, 'tags' | 'blindFirst'> & { tags: string; blindFirst: number }

const LISTED = 'c.id, c.number, c.title, c.purpose, c.examiner, c.tags, c.status, c.created, c.changed, c.blindFirst, c.revision'
const COUNTED = `
  (SELECT COUNT(*) FROM exhibits e WHERE e.caseId = c.id AND e.removedAt IS NULL) AS exhibits,
  (SELECT COUNT(*) FROM comparisons p WHERE p.caseId = c.id AND p.removedAt IS NULL) AS comparisons`
const KEYS: Readonly<Record<CaseQuery['sort'], string>> = { changed: 'changed', created: 'created', number: 'numberKey', title: 'titleKey' }

const whole = <T extends { tags: string; blindFirst: number }>(row: T) => ({ ...row, tags: tagsOf(row.tags), blindFirst: row.blindFirst === 1 })

const tagsOf = (stored: string): string[] => (stored === '' ? [] : stored.split('\n'))

export const caseReads = (db: Database) => ({
  /** @throws VidimusError `case.unknown` (usage) */
  case(id: string): Case {
    return whole(known(db.get<Stored<Case>>(`SELECT ${LISTED}, c.notes FROM cases c WHERE c.id = ?`, id), 'case', id))
  },

  hasCase: (id: string): boolean => db.get('SELECT 1 FROM cases WHERE id = ?', id) !== undefined,

  /** The case that has a number, upper and lower case alike. */
  caseNumbered: (number: string): string | null => db.get<{ id: string }>('SELECT id FROM cases WHERE number = ?', number)?.id ?? null,

  cases(query: CaseQuery): { total: number; rows: CaseRow[] } {
    const { where, values } = filterOf(query)
    const order = `${KEYS[query.sort]} ${query.descending ? 'DESC' : 'ASC'}, row ${query.descending ? 'DESC' : 'ASC'}`
    const total = db.get<{ n: number }>(`SELECT COUNT(*) AS n FROM cases WHERE ${where}`, ...values)!.n
    const rows = db.all<Stored<CaseRow>>(
      `WITH page AS MATERIALIZED (SELECT row FROM cases WHERE ${where} ORDER BY ${order} LIMIT ? OFFSET ?)
       SELECT ${LISTED}, ${COUNTED} FROM page JOIN cases c ON c.row = page.row ORDER BY ${order.replace(/(\w+) (ASC|DESC)/g, 'c.$1 $2')}`,
      ...values, query.limit, query.offset
    )
    return { total, rows: rows.map(whole) }
  },

  /** All, in the order in which they were made. */
  caseIds: (): string[] => db.all<{ id: string }>('SELECT id FROM cases ORDER BY row').map(({ id }) => id),

  /** Every tag in use. */
  tags: (): string[] => db.all<{ tag: string }>('SELECT DISTINCT tag FROM caseTags ORDER BY tag').map(({ tag }) => tag),

  /** @throws VidimusError `use.unknown` (usage) */
  use: (id: string): CaseUse => known(db.get<CaseUse>('SELECT id, caseId AS "case", purpose, begun, ended FROM uses WHERE id = ?', id), 'use', id),

  /** Whether work on a case was begun and not ended. */
  isInUse: (caseId: string): boolean => db.get('SELECT 1 FROM uses WHERE ended IS NULL AND caseId = ? LIMIT 1', caseId) !== undefined,

  /** Those begun and not ended. */
  runningUses: (): string[] => db.all<{ id: string }>('SELECT id FROM uses WHERE ended IS NULL').map(({ id }) => id),

  counts: (): { cases: number; exhibits: number; comparisons: number } =>
    db.get(`SELECT (SELECT COUNT(*) FROM cases) AS cases, (SELECT n FROM tallies WHERE kind = 'exhibits') AS exhibits, (SELECT n FROM tallies WHERE kind = 'comparisons') AS comparisons`)!
})

function filterOf({ text, status, tag }: CaseQuery): { where: string; values: unknown[] } {
  const match = matchExpression(text)
  const parts: [string, unknown[]][] = [
    [`status IN (${status.map(() => '?').join(', ')})`, status],
    ...(match === null ? [] : [['row IN (SELECT rowid FROM caseText WHERE caseText MATCH ?)', [match]] as [string, unknown[]]]),
    ...(tag === null ? [] : [['row IN (SELECT caseRow FROM caseTags WHERE tag = ?)', [tag]] as [string, unknown[]]])
  ]
  return { where: parts.map(([sql]) => sql).join(' AND '), values: parts.flatMap(([, values]) => values) }
}
