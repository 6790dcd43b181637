/**
 * Whether a case as it is stored is what the log says was written, pure. The log is a chain of hashes, a database is not: who
 * changes a score in it behind the program's back is found out by the log's own row.
 */
import type { AuditRow } from '../../shared/domain/audit'
import type { StoredCase } from '../../shared/domain/storedCase'
import { compareThings, type RecordCheck } from './records/compare'
import { replayLog } from './records/replay'
import { thingsOf, type Listed } from './records/things'

export interface RecordCheckInput {
  stored: StoredCase
  /** All rows of the case, oldest first, with the ids that `stored` has. Whether their chain holds is for checkChain to say. */
  rows: Iterable<Pick<AuditRow, 'at' | 'who' | 'action' | 'object' | 'details'>>
  /** Ids of the comparisons that must be there; null: all that the log has. Exhibits may be missing only where it is not null. */
  only: readonly string[] | null
  /** Whether the rows are of all of the case: a part keeps the last numbers of the whole, of which its log says less. */
  whole: boolean
  /** What lists have of each comparison beside its runs, by its id; null for a package, which has no lists. */
  listed: Listed | null
}

/** Compares every record of a case with what the log says of it. */
export const checkRecords = ({ stored, rows, only, whole, listed }: RecordCheckInput): RecordCheck => compareThings(thingsOf(stored, whole, listed), replayLog(stored.case.id, rows), only)
