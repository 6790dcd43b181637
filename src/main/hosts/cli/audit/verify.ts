import type { AuditVerdict, EvidenceVerdict } from '../../../../shared/domain/audit'
import { inputError } from '../../../../shared/errors'
import { openLibrary, type Library } from '../../../cases/library'
import { verifyAllEvidence, verifyAudit } from '../../../services/verifyLibrary'
import { Progress } from '../progress'

export interface VerifyCliOptions {
  evidence?: true
  json?: true
}

interface Findings {
  audit: AuditVerdict
  /** Null where it was not asked for. */
  evidence: EvidenceVerdict | null
}

/**
 * `vidimus audit verify`.
 * @throws VidimusError `audit.broken`, `evidence.failed` (input) with all that was found in the detail, and as `openLibrary`
 */
export async function runVerify(folder: string, { evidence, json }: VerifyCliOptions): Promise<void> {
  const library = await openLibrary(folder, { mode: 'read', actor: () => ({ who: '', where: '' }) })
  try {
    const findings = await verify(library, evidence === true, new Progress(json === true))
    refuseBroken(library.folder, findings)
    console.log(json === true ? JSON.stringify(findings) : inWords(findings, library.readOnlyReason))
  } finally {
    library.close()
  }
}

async function verify(library: Library, withEvidence: boolean, progress: Progress): Promise<Findings> {
  const job = { report: ({ step, done, total }: { step: string; done: number; total: number }) => progress.countStage(step, done, total), signal: new AbortController().signal }
  const audit = await verifyAudit(library, job)
  const evidence = withEvidence ? await verifyAllEvidence(library, null, { ...job, report: ({ done, total }) => progress.countStage('Evidence', done, total) }) : null
  progress.clear()
  return { audit, evidence }
}

function refuseBroken(folder: string, findings: Findings): void {
  const { audit, evidence } = findings
  const faults = [
    ...(audit.broken === null ? [] : [`its audit log is broken at row ${audit.broken.sequence}: ${audit.broken.reason}.`]),
    ...(evidence?.failed ?? []).map(({ name, sha256, found }) => `the stored bytes of "${name}" are on record with SHA-256 ${sha256}, and now have: ${found}.`)
  ]
  if (faults.length === 0) return
  const code = audit.broken === null ? 'evidence.failed' : 'audit.broken'
  throw inputError(code, `The library "${folder}" is not as it was written. ${faults.map(fault => `\n  ${fault}`).join('')}\nKeep this copy as it is, and compare it with a backup.`, { detail: findings })
}

const inWords = ({ audit, evidence }: Findings, note: string | null): string =>
  [
    `The audit log is intact: ${audit.rows} rows, head ${audit.head ?? 'none'}.`,
    ...(evidence === null ? [] : [`The evidence is intact: ${evidence.checked} exhibits have the bytes they came in with.`]),
    ...(note === null ? [] : [`Note: ${note}.`])
  ].join('\n')
