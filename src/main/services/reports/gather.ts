import type { AuditRow, AuditVerdict } from '../../../shared/domain/audit'
import type { ReportLanguage } from '../../../shared/domain/claims'
import type { WorkProgress } from '../../../shared/domain/common'
import type { Report, ReportComparison, ReportExhibit } from '../../../shared/domain/report'
import { VidimusError, usageError } from '../../../shared/errors'
import type { Library } from '../../cases/library'
import { limitsOfComparison } from '../../reports/limits/comparison'
import { limitsOfReport } from '../../reports/limits/report'
import { failureOfEvidence } from '../exhibits/evidenceGuard'
import type { Services } from '../handlers'
import { verifyAudit } from '../verifyLibrary'
import { isWithheldRow } from './blind'
import { storedComparison, type StoredComparison } from './comparisons'
import { reportExhibit } from './exhibits'
import { recompute, type Recomputed } from './figures'
import { presentModel } from './presentModel'
import { pagesOf, scopeOf, type Scope } from './scope'
import { reportVersions } from './versions'

export interface GatherRequest {
  case: string
  /** Null: all of the case. */
  comparisons: readonly string[] | null
  language: ReportLanguage
  /** When the report is made: ISO 8601, UTC. */
  created: string
  /** Where pictures are written; null draws none. */
  folder: string | null
}

export interface GatherJob {
  report: (progress: WorkProgress) => void
  signal: AbortSignal
}

/** What of a report comes from the library. */
export type Gathered = Pick<Report, 'laboratory' | 'verifiers' | 'exhibits' | 'comparisons' | 'limits' | 'versions'> & {
  case: NonNullable<Report['case']>
  audit: NonNullable<Report['audit']>
  /** The last row of the log when the library was read. */
  seen: number
  /** Of the comparisons, for the list of reports. */
  listed: { id: string; number: number; version: number }[]
}

type Tools = Pick<Services, 'engine' | 'settings'>

/**
 * Reads all that a report says from a library: hashes its evidence again, recomputes the log's chain, reads the records at
 * one moment, then computes each last run again.
 *
 * @throws VidimusError `case.unknown`, `comparison.unknown`, `report.other-case`, `report.blocked` (usage), `evidence.failed`
 *         (input), `job.cancelled`
 */
export async function gather(library: Library, { engine, settings }: Tools, request: GatherRequest, job: GatherJob): Promise<Gathered> {
  const before = scopeOf(library, request.case, request.comparisons)
  refuseBlocked(before.blocks)
  await checkEvidenceOf(library, before, job)
  const verdict = await verifyAudit(library, job)
  const stored = readAt(library, request)
  const model = await presentModel(settings.get())
  const comparisons: ReportComparison[] = []
  for (const [i, { comparison, context }] of stored.comparisons.entries()) {
    refuseCancelled(job.signal)
    job.report({ step: `Computing ${comparison.label} again`, done: i, total: stored.comparisons.length })
    const again = await recomputed(library, { engine, settings }, comparison, stored.scope, request, job.signal)
    const figures = again !== null && 'figures' in again ? again.figures : null
    const whole = { ...comparison, maps: figures?.maps ?? null }
    const facts = { ...context, presentModel: model, notComputed: again !== null && 'missing' in again ? again.missing : null, again: figures?.cosine ?? null }
    comparisons.push({ ...whole, limits: limitsOfComparison(whole, facts, request.language) })
  }
  const { laboratory } = settings.get()
  return { ...describe(stored, comparisons, verdict, laboratory, library.readOnlyReason, request), versions: await reportVersions() }
}

interface Stored {
  scope: Scope
  comparisons: StoredComparison[]
  rows: AuditRow[]
  rowsWithheld: number
  seen: number
}

/** All at one moment: nothing is awaited in here. */
function readAt(library: Library, request: GatherRequest): Stored {
  const scope = scopeOf(library, request.case, request.comparisons)
  refuseBlocked(scope.blocks)
  const all = pagesOf(page => library.read.audit({ case: request.case, newestFirst: false, ...page }))
  const rows = all.filter(row => !isWithheldRow(row))
  const comparisons = scope.comparisons.map(comparison => storedComparison(library, comparison, scope.case.blindFirst))
  return { scope, comparisons, rows, rowsWithheld: all.length - rows.length, seen: library.read.auditLength() }
}

function describe({ scope, rows, rowsWithheld, seen }: Stored, comparisons: ReportComparison[], verdict: AuditVerdict, laboratory: string, copied: string | null, { language, created }: GatherRequest): Omit<Gathered, 'versions'> {
  const { id, number, title, purpose, examiner, status, notes, tags, blindFirst, created: opened } = scope.case
  const exhibits: ReportExhibit[] = scope.exhibits.map(exhibit => reportExhibit(exhibit, created))
  const failedBefore = scope.exhibits.filter(({ evidence }) => evidence.state === 'failed').map(({ number, evidence }) => ({ label: `E-${number}`, at: evidence.checkedAt }))
  const seconds = comparisons.flatMap(({ opinions }) => opinions.filter(({ role, locked }) => role === 'second' && locked !== null))
  return {
    case: { id, number, title, purpose, examiner, status, notes, tags, blindFirst, created: opened },
    laboratory,
    verifiers: [...new Set(seconds.map(({ by }) => by))],
    exhibits,
    comparisons,
    limits: limitsOfReport({ laboratory, exhibits, failedBefore, verdict, rowsWithheld, count: comparisons.length, all: scope.all, copied }, language),
    audit: { rows, verdict },
    seen,
    listed: scope.comparisons.map(({ id, number, version }) => ({ id, number, version }))
  }
}

async function recomputed(library: Library, { engine, settings }: Tools, { run, label, a, b }: StoredComparison['comparison'], { exhibits }: Scope, { folder }: GatherRequest, signal: AbortSignal): Promise<Recomputed | null> {
  if (run === null) return null
  const exhibitOf = (side: string) => exhibits.find(({ number }) => `E-${number}` === side)!
  return recompute(library, engine, settings.get(), { label, run, a: exhibitOf(a.exhibit), b: exhibitOf(b.exhibit), folder }, signal)
}

async function checkEvidenceOf(library: Library, { case: { id }, exhibits }: Scope, { report, signal }: GatherJob): Promise<void> {
  const failures: string[] = []
  for (const [i, exhibit] of exhibits.entries()) {
    refuseCancelled(signal)
    report({ step: `Verifying E-${exhibit.number}`, done: i, total: exhibits.length })
    const failure = await failureOfEvidence(library, exhibit)
    if (failure !== null) failures.push(failure.message)
  }
  refuseBlocked(failures)
  if (library.mode === 'write') library.write.recordEvidencePassed(id, exhibits.map(exhibit => exhibit.id), 0)
}

function refuseBlocked(blocks: readonly string[]): void {
  if (blocks.length > 0) throw usageError('report.blocked', `The report can't be made. ${blocks.join(' ')}`, { blocks })
}

export function refuseCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new VidimusError('cancelled', 'job.cancelled', 'The report was cancelled; nothing was kept.')
}
