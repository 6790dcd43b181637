/**
 * The hash chain of the audit log, pure. A row's hash is SHA-256 over the canonical JSON of all its fields, the hash of
 * the row before among them; the first follows 64 zeros. So no row can be changed, taken out, put in or moved without
 * every hash behind it being made anew, and that is told by an anchor: a head of the chain noted elsewhere.
 */
import { createHash } from 'node:crypto'
import type { AuditRow, AuditVerdict } from '../../shared/domain/audit'
import { canonicalJson } from './canonicalJson'

/** What the first row follows. */
export const GENESIS = '0'.repeat(64)

/** A head of the chain as it was at some time, kept apart from the log. */
export interface Anchor {
  sequence: number
  hash: string
}

/** A row as it is stored: the details as canonical JSON. */
export type StoredAuditRow = Omit<AuditRow, 'details'> & { details: string }

export const hashRow = ({ sequence, at, who, where, action, case: caseId, object, details, previous }: Omit<AuditRow, 'hash'>): string =>
  createHash('sha256').update(canonicalJson({ sequence, at, who, where, action, case: caseId, object, details, previous })).digest('hex')

export interface ChainCheck {
  /** The next row, in the order of their sequence. */
  add: (row: StoredAuditRow) => void
  end: () => AuditVerdict
}

/** Recomputes the chain row by row and keeps the first that does not fit. */
export function checkChain(anchor: Anchor | null): ChainCheck {
  let head: Anchor = { sequence: 0, hash: GENESIS }
  let rows = 0
  let broken: AuditVerdict['broken'] = null
  return {
    add(row) {
      rows++
      broken ??= faultOf(row, head, anchor)
      head = row
    },
    end() {
      broken ??= missingAtEnd(head, anchor)
      return { ok: broken === null, rows, head: rows === 0 ? null : head.hash, broken }
    }
  }
}

function faultOf(row: StoredAuditRow, before: Anchor, anchor: Anchor | null): AuditVerdict['broken'] {
  const { sequence } = row
  const expected = before.sequence + 1
  if (sequence > expected) return { sequence: expected, reason: `row ${expected} is missing: row ${sequence} follows row ${before.sequence}` }
  if (sequence < expected) return { sequence, reason: `row ${sequence} stands behind row ${before.sequence}` }
  if (row.previous !== before.hash) return { sequence, reason: `it names ${row.previous} as the hash of the row before, which is ${before.hash}` }
  const computed = computedHash(row)
  if (computed === null) return { sequence, reason: 'its details are not the JSON that was written' }
  if (row.hash !== computed) return { sequence, reason: `its hash is ${row.hash}, and ${computed} by its content` }
  if (anchor?.sequence === sequence && anchor.hash !== row.hash)
    return { sequence, reason: `its hash is ${row.hash}, and ${anchor.hash} was noted when the library was closed or verified: this row or one before it was changed and the hashes made anew` }
  return null
}

function computedHash(row: StoredAuditRow): string | null {
  try {
    const details = JSON.parse(row.details) as AuditRow['details']
    return canonicalJson(details) === row.details ? hashRow({ ...row, details }) : null
  } catch {
    return null
  }
}

function missingAtEnd(head: Anchor, anchor: Anchor | null): AuditVerdict['broken'] {
  if (anchor === null || anchor.sequence <= head.sequence) return null
  const first = head.sequence + 1
  return { sequence: first, reason: `the log ends at row ${head.sequence}, and row ${anchor.sequence} was noted when the library was closed or verified: rows from ${first} on were taken out, or an older copy of the database was put back` }
}
