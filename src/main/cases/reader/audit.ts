import type { AuditRow } from '../../../shared/domain/audit'
import type { StoredAuditRow } from '../../evidence/chain'
import type { Database } from '../database'
import { parsed } from './json'

const COLUMNS = 'sequence, at, who, place AS "where", action, caseId AS "case", object, details, previous, hash'

interface AuditQuery {
  case: string | null
  newestFirst: boolean
  offset: number
  limit: number
}

export const auditReads = (db: Database) => ({
  audit({ case: caseId, newestFirst, offset, limit }: AuditQuery): { total: number; rows: AuditRow[] } {
    const where = caseId === null ? 'TRUE' : 'caseId = ?'
    const values = caseId === null ? [] : [caseId]
    const total = db.get<{ n: number }>(`SELECT COUNT(*) AS n FROM audit WHERE ${where}`, ...values)!.n
    const rows = db.all<StoredAuditRow>(`SELECT ${COLUMNS} FROM audit WHERE ${where} ORDER BY sequence ${newestFirst ? 'DESC' : 'ASC'} LIMIT ? OFFSET ?`, ...values, limit, offset)
    return { total, rows: rows.map(row => ({ ...row, details: parsed<AuditRow['details']>(row.details) })) }
  },

  /** The next `limit` rows of the log as they are stored, for recomputing the chain. */
  auditAfter: (sequence: number, limit: number): StoredAuditRow[] => db.all<StoredAuditRow>(`SELECT ${COLUMNS} FROM audit WHERE sequence > ? ORDER BY sequence LIMIT ?`, sequence, limit),

  auditLength: (): number => db.get<{ n: number }>('SELECT COALESCE(MAX(sequence), 0) AS n FROM audit')!.n,

  /** Who changed an object last, and when. */
  lastTouch: (object: string): { who: string; at: string } | null => db.get<{ who: string; at: string }>("SELECT who, at FROM audit WHERE object = ? AND action NOT LIKE 'evidence.%' ORDER BY sequence DESC LIMIT 1", object) ?? null
})
