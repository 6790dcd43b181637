/**
 * The rows of one case out of a library's log. The rows between, of other cases, stay with their owner: each row names the
 * hash of the row before, so that a gap can't be closed unseen, and the row that announces a package counts those that belong
 * to the case, so that none can be left out unseen.
 */
import { AuditRow, type AuditVerdict } from '../../../shared/domain/audit'
import { canonicalJson } from '../../evidence/canonicalJson'
import { GENESIS, hashRow, type Anchor, type StoredAuditRow } from '../../evidence/chain'
import { missingFrom } from './ranges'

/** The row that is logged before a case is packed, the last of the extract. */
export const PACKING = 'package.begun'

export interface ExtractVerdict extends AuditVerdict {
  /** Rows of others that lie between, not held here. */
  gaps: number
}

export interface Extract {
  rows: AuditRow[]
  verdict: ExtractVerdict
}

export const extractText = (rows: readonly StoredAuditRow[]): string => rows.map(({ details, ...row }) => `${canonicalJson({ ...row, details: JSON.parse(details) as AuditRow['details'] })}\n`).join('')

/** Reads an extract and recomputes what can be: every row's hash, and the chain wherever rows follow one another. */
export function readExtract(text: string, head: Anchor): Extract {
  const lines = text.split('\n')
  const verdict = (broken: AuditVerdict['broken']): ExtractVerdict => ({ ok: broken === null, rows: rows.length, head: rows.at(-1)?.hash ?? null, broken, gaps })
  const rows: AuditRow[] = []
  let gaps = 0
  if (lines.pop() !== '') return { rows, verdict: verdict({ sequence: 1, reason: 'the log does not end with a line end' }) }
  for (const line of lines) {
    const before = rows.at(-1) ?? { sequence: 0, hash: GENESIS }
    const row = readRow(line)
    const fault = row === null ? 'this line is no row of a log, as Vidimus writes it' : faultOf(row, before, head)
    if (row === null || fault !== null) return { rows, verdict: verdict({ sequence: row?.sequence ?? before.sequence + 1, reason: fault! }) }
    gaps += row.sequence - before.sequence - 1
    rows.push(row)
  }
  return { rows, verdict: verdict(leftOut(rows)) }
}

function readRow(line: string): AuditRow | null {
  try {
    const row = AuditRow.strict().parse(JSON.parse(line))
    return canonicalJson(row) === line ? row : null
  } catch {
    return null
  }
}

/** The chain of rows that are read already, wherever they follow one another. */
export function checkRows(rows: readonly AuditRow[]): AuditVerdict {
  const last = rows.at(-1)
  const found = rows.map((row, i) => ({ sequence: row.sequence, reason: faultOf(row, rows[i - 1] ?? { sequence: 0, hash: GENESIS }, last!) })).find(({ reason }) => reason !== null)
  const broken = found === undefined ? null : { sequence: found.sequence, reason: found.reason! }
  return { ok: broken === null, rows: rows.length, head: last?.hash ?? null, broken }
}

function faultOf(row: AuditRow, before: Anchor, head: Anchor): string | null {
  if (row.sequence <= before.sequence) return `row ${row.sequence} stands behind row ${before.sequence}`
  if (row.sequence === before.sequence + 1 && row.previous !== before.hash) return `it names ${row.previous} as the hash of the row before, which is ${before.hash}`
  const computed = hashRow(row)
  if (row.hash !== computed) return `its hash is ${row.hash}, and ${computed} by its content`
  if (row.sequence > head.sequence) return `it comes after row ${head.sequence}, which the package says was the log's last`
  return row.sequence === head.sequence && row.hash !== head.hash ? `the package says that the log's last row has the hash ${head.hash}` : null
}

/** What the rows that announced packages say should be here and is not. */
function leftOut(rows: readonly AuditRow[]): AuditVerdict['broken'] {
  const found = new Set(rows.map(({ sequence }) => sequence))
  const last = rows.findLast(({ action }) => action === PACKING)
  const ranges = last?.details['rows']
  if (typeof ranges !== 'string' || !/^\d+(-\d+)?(,\d+(-\d+)?)*$/.test(ranges)) return null
  const [missing] = missingFrom(ranges, found, 1)
  return missing === undefined ? null : { sequence: missing, reason: `row ${missing} is of this case by what row ${last!.sequence} says, and is missing: it was taken out of the package` }
}
