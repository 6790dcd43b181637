import type { AuditRow } from '../../../shared/domain/audit'
import type { StoredAuditRow } from '../../evidence/chain'
import type { Database } from '../database'
import { parsed } from './json'

export const AUDIT_COLUMNS = 'sequence, at, who, place AS "where", action, caseId AS "case", object, details, previous, hash'

interface AuditQuery {
  case: string | null
  newestFirst: boolean
  offset: number
  limit: number
}

export const auditReads = (db: Database) => ({
  audit(query: AuditQuery): { total: number; rows: AuditRow[] } {
    const { total, rows } = query.case === null ? pageOfAll(db, query) : pageOfCase(db, query.case, query)
    return { total, rows: rows.map(row => ({ ...row, details: parsed<AuditRow['details']>(row.details) })) }
  },

  /** The next `limit` rows of the log as they are stored, for recomputing the chain. */
  auditAfter: (sequence: number, limit: number): StoredAuditRow[] => db.all<StoredAuditRow>(`SELECT ${AUDIT_COLUMNS} FROM audit WHERE sequence > ? ORDER BY sequence LIMIT ?`, sequence, limit),

  /**
   * The hash with which an exhibit came in, by itself or with a package, as the log has it: unlike the exhibit's own row, the
   * chain covers it. Null where the log has none.
   */
  importedHash(exhibit: string): string | null {
    const own = db.get<{ sha256: string | null }>("SELECT json_extract(details, '$.sha256') AS sha256 FROM audit WHERE object = ? AND action = 'exhibit.imported' ORDER BY sequence LIMIT 1", exhibit)
    const packed = (): { sha256: string | null } | undefined =>
      db.get(
        `SELECT json_extract(details, '$.evidence."' || ? || '"') AS sha256 FROM audit WHERE action = 'case.imported' AND caseId = (SELECT caseId FROM exhibits WHERE id = ?) ORDER BY sequence LIMIT 1`, exhibit, exhibit)
    return (own ?? packed())?.sha256 ?? null
  },

  auditLength: (): number => lengthOf(db),

  /** Who changed an object last, and when. */
  lastTouch: (object: string): { who: string; at: string } | null => db.get<{ who: string; at: string }>("SELECT who, at FROM audit WHERE object = ? AND action NOT LIKE 'evidence.%' ORDER BY sequence DESC LIMIT 1", object) ?? null
})

interface Page {
  total: number
  rows: StoredAuditRow[]
}

const lengthOf = (db: Database): number => db.get<{ n: number }>('SELECT COALESCE(MAX(sequence), 0) AS n FROM audit')!.n

/** Sequences have no gaps, so a page of the whole log is found by them and not by counting. */
function pageOfAll(db: Database, { newestFirst, offset, limit }: AuditQuery): Page {
  const total = lengthOf(db)
  const rows = newestFirst
    ? db.all<StoredAuditRow>(`SELECT ${AUDIT_COLUMNS} FROM audit WHERE sequence <= ? ORDER BY sequence DESC LIMIT ?`, total - offset, limit)
    : db.all<StoredAuditRow>(`SELECT ${AUDIT_COLUMNS} FROM audit WHERE sequence > ? ORDER BY sequence LIMIT ?`, offset, limit)
  return { total, rows }
}

const pageOfCase = (db: Database, caseId: string, { newestFirst, offset, limit }: AuditQuery): Page => ({
  total: db.get<{ n: number }>('SELECT COUNT(*) AS n FROM audit WHERE caseId = ?', caseId)!.n,
  rows: db.all<StoredAuditRow>(`SELECT ${AUDIT_COLUMNS} FROM audit WHERE caseId = ? ORDER BY sequence ${newestFirst ? 'DESC' : 'ASC'} LIMIT ? OFFSET ?`, caseId, limit, offset)
})
