import type { AuditVerdict, EvidenceVerdict } from '../../shared/domain/audit'
import type { WorkProgress } from '../../shared/domain/common'
import { VidimusError } from '../../shared/errors'
import type { Library } from '../cases/library'
import { checkChain } from '../evidence/chain'
import { checkEvidence } from './exhibits/checkEvidence'

export interface VerifyJob {
  report: (progress: WorkProgress) => void
  signal: AbortSignal
}

/** Rows between two looks at whether anything else waits. */
const ROWS_AT_ONCE = 1000

/**
 * Recomputes the chain of the audit log up to the row that is its last when this begins. What was found is a row of the log
 * itself, and where all fits the head is noted, in a library that is open for writing.
 *
 * @throws VidimusError `job.cancelled` (cancelled)
 */
export async function verifyAudit(library: Library, { report, signal }: VerifyJob): Promise<AuditVerdict> {
  // In this order: another process may append and note a newer head meanwhile.
  const chain = checkChain(library.anchor())
  const gone = library.anchorGone()
  const total = library.read.auditLength()
  for (let last = 0; last < total; ) {
    if (signal.aborted) throw new VidimusError('cancelled', 'job.cancelled', 'The verification of the log was cancelled.')
    const rows = library.read.auditAfter(last, ROWS_AT_ONCE)
    if (rows.length === 0) break
    rows.forEach(chain.add)
    last = rows.at(-1)!.sequence
    report({ step: 'Recomputing the chain', done: Math.min(last, total), total })
    await new Promise(resolve => setImmediate(resolve))
  }
  const verdict = withoutNote(chain.end(), gone)
  record(library, verdict)
  return verdict
}

/** A sound chain proves nothing about its end where the noted head was deleted. */
function withoutNote(verdict: AuditVerdict, gone: number | null): AuditVerdict {
  if (!verdict.ok || gone === null) return verdict
  const reason = `the head of the log was noted in "audit-anchor.json" behind row ${gone}, and that file is gone or can\u2019t be read: whether rows behind were taken out can\u2019t be told. Put the file back from a backup; otherwise closing the library notes the head anew, and the log keeps that it was gone`
  return { ...verdict, ok: false, broken: { sequence: gone, reason } }
}

function record(library: Library, { ok, rows, head, broken }: AuditVerdict): void {
  if (library.mode === 'read') return
  library.write.note({ action: ok ? 'audit.verified' : 'audit.failed', case: null, object: null, details: { rows, head, broken } })
  if (ok) library.noteAnchor()
}

type Failure = EvidenceVerdict['failed'][number] & { number: number }

/** Hashes the stored bytes of all exhibits again, or of one case's, and keeps every finding where the library can be written. */
export async function verifyAllEvidence(library: Library, caseId: string | null, { report, signal }: VerifyJob): Promise<EvidenceVerdict & { failed: Failure[] }> {
  const all = library.read.evidenceOf(caseId)
  const passed: string[] = []
  const failed: Failure[] = []
  for (const { sha256, ...of } of all) {
    if (signal.aborted) break
    report({ step: `E-${of.number} ${of.name}`, done: passed.length + failed.length, total: all.length })
    const finding = await checkEvidence(library, { id: of.exhibit, sha256 })
    if (finding.ok) passed.push(of.exhibit)
    else failed.push({ ...of, sha256, found: finding.found })
    if (!finding.ok && library.mode === 'write') library.write.recordEvidenceCheck(of.exhibit, finding)
  }
  const checked = passed.length + failed.length
  if (library.mode === 'write' && checked > 0) library.write.recordEvidencePassed(caseId, passed, failed.length)
  return { checked, failed, cancelled: checked < all.length }
}
