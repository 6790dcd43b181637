import type { AuditVerdict, EvidenceVerdict } from '../../../../shared/domain/audit'
import type { RecordsVerdict } from '../../../../shared/domain/recordCheck'
import { inputError } from '../../../../shared/errors'
import { openLibrary, type Library } from '../../../cases/library'
import { verifyAllEvidence, verifyAudit } from '../../../services/verifyLibrary'
import { verifyRecords } from '../../../services/verifyRecords'
import { Progress } from '../progress'

export interface VerifyCliOptions {
  evidence?: true
  json?: true
}

interface Findings {
  audit: AuditVerdict
  /** What the database says against what the log says was written; null where the log itself is broken. */
  records: RecordsVerdict | null
  /** Null where it was not asked for. */
  evidence: EvidenceVerdict | null
}

/**
 * `vidimus audit verify`.
 * @throws VidimusError `audit.broken`, `records.failed`, `evidence.failed` (input) with all that was found in the detail, and as `openLibrary`
 */
export async function runVerify(folder: string, { evidence, json }: VerifyCliOptions): Promise<void> {
  const library = await openLibrary(folder, { mode: 'read', actor: () => ({ who: '', where: '' }) })
  try {
    const findings = await verify(library, evidence === true, new Progress())
    refuseBroken(library.folder, findings)
    console.log(json === true ? JSON.stringify(findings) : shown(inWords(findings, library.readOnlyReason)))
  } finally {
    library.close()
  }
}

async function verify(library: Library, withEvidence: boolean, progress: Progress): Promise<Findings> {
  const job = { report: ({ step, done, total }: { step: string; done: number; total: number }) => progress.countStage(step, done, total), signal: new AbortController().signal }
  const audit = await verifyAudit(library, job)
  const records = audit.broken !== null ? null : await verifyRecords(library, null, { ...job, report: ({ done, total }) => progress.countStage('Records', done, total) })
  const evidence = withEvidence ? await verifyAllEvidence(library, null, { ...job, report: ({ done, total }) => progress.countStage('Evidence', done, total) }) : null
  progress.clear()
  return { audit, records, evidence }
}

function refuseBroken(folder: string, findings: Findings): void {
  const { audit, records, evidence } = findings
  const faults = [
    ...(audit.broken === null ? [] : [`its audit log is broken at row ${audit.broken.sequence}: ${audit.broken.reason}.`]),
    ...(records?.differences ?? []).map(({ message }) => `${message}.`),
    ...(evidence?.failed ?? []).map(({ name, sha256, found }) => `the stored bytes of "${name}" are on record with SHA-256 ${sha256}, and now have: ${found}.`)
  ]
  if (faults.length === 0) return
  const code = audit.broken !== null ? 'audit.broken' : records?.ok === false ? 'records.failed' : 'evidence.failed'
  throw inputError(code, `The library "${folder}" is not as it was written. ${faults.map(fault => `\n  ${shown(fault)}`).join('')}\nKeep this copy as it is, and compare it with a backup.`, { detail: findings })
}

/** Nothing in a log may steer the terminal that shows it. */
const shown = (text: string): string => text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)

const recordsInWords = ({ checked, unbound }: RecordsVerdict): string =>
  `The records are as the log says: ${checked} compared${unbound === 0 ? '' : `, ${unbound} of them in part, since they are from before the log held all of them`}.`

const inWords = ({ audit, records, evidence }: Findings, note: string | null): string =>
  [
    `The audit log is intact: ${audit.rows} rows, head ${audit.head ?? 'none'}.`,
    ...(records === null ? [] : [recordsInWords(records)]),
    ...(evidence === null ? [] : [`The evidence is intact: ${evidence.checked} exhibits have the bytes they came in with.`]),
    ...(note === null ? [] : [`Note: ${note}.`])
  ].join('\n')
