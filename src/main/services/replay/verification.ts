import type { AuditVerdict } from '../../../shared/domain/audit'
import type { PackageFault } from '../../../shared/domain/casePackage'
import type { SignatureVerdict } from '../../../shared/domain/signature'
import { worst, type ReplayState } from './difference'
import type { RecordedRun, ReplayContext, RunReplay } from './replayRun'
import { replayRun } from './replayRun'

/** What checking one file gave. */
export interface Verification {
  kind: 'package' | 'report' | 'result' | 'document' | 'signature'
  file: string
  sha256: string
  state: ReplayState
  /** What is not as it was made, named. */
  faults: PackageFault[]
  signature: SignatureVerdict | null
  log: AuditVerdict | null
  /** Of a report: every log in it, oldest first, its own the last; whose it is, and how many of the report's records it speaks of. */
  logs: { name: string; ok: boolean; rows: number; head: string | null; records: number }[]
  /** Records compared with the log; null where there is no log. */
  records: { checked: number; differences: number; unbound: number } | null
  runs: RunReplay[]
  /** What could not be checked, in words. */
  unchecked: string[]
  /** What a reader should know and that takes nothing from the answer. */
  notes: string[]
}

export interface VerifyWatch {
  report: (step: string, done: number, total: number) => void
  signal: AbortSignal
}

export async function replayAll(runs: readonly RecordedRun[], context: ReplayContext, { report, signal }: VerifyWatch): Promise<RunReplay[]> {
  const replays: RunReplay[] = []
  for (const [done, run] of runs.entries()) {
    signal.throwIfAborted()
    report(`Computing ${run.label} again`, done, runs.length)
    replays.push(await replayRun(run, context))
  }
  return replays
}

/** One answer for all. */
export function stateOf({ faults, runs, unchecked, signature }: Pick<Verification, 'faults' | 'runs' | 'unchecked' | 'signature'>): ReplayState {
  if (faults.length > 0 || signature?.state === 'broken') return 'differs'
  return worst([...(unchecked.length > 0 ? ['incomplete' as const] : []), ...runs.map(({ state }) => state)])
}
