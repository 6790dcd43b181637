import type { AuditVerdict } from '../../../shared/domain/audit'
import type { ReportLanguage } from '../../../shared/domain/claims'
import type { WorkProgress } from '../../../shared/domain/common'
import type { Report, ReportComparison } from '../../../shared/domain/report'
import { VidimusError } from '../../../shared/errors'
import type { Library } from '../../cases/library'
import { limitsOfComparison } from '../../reports/limits/comparison'
import { limitsOfReport } from '../../reports/limits/report'
import { failureOfEvidence } from '../exhibits/evidenceGuard'
import type { Services } from '../handlers'
import { verifyAudit } from '../verifyLibrary'
import type { StoredComparison } from './comparisons'
import { readContent, refuseBlocked, type Content } from './content'
import { recompute, type Recomputed } from './figures'
import { presentModel } from './presentModel'
import { scopeOf, type Scope } from './scope'
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

export interface ReportJob {
  report: (progress: WorkProgress) => void
  signal: AbortSignal
}

/** What of a report comes from the library, and what is known beside it. */
export interface Gathered {
  content: Content
  parts: Pick<Report, 'laboratory' | 'verifiers' | 'exhibits' | 'comparisons' | 'limits' | 'versions' | 'case' | 'audit'>
}

/**
 * Reads all that a report says from a library: hashes its evidence again, recomputes the log's chain, reads the records at
 * one moment, then computes each last run again.
 *
 * @param accept is given what was read, before the long work; what it throws ends it
 * @throws VidimusError `case.unknown`, `comparison.unknown`, `report.other-case`, `report.blocked` (usage), `evidence.failed`
 *         (input), `job.cancelled`
 */
export async function gather(library: Library, tools: Pick<Services, 'engine' | 'settings'>, request: GatherRequest, accept: (content: Content) => void, job: ReportJob): Promise<Gathered> {
  const before = scopeOf(library, request.case, request.comparisons)
  refuseBlocked(before.blocks)
  await checkEvidenceOf(library, before, job)
  const verdict = await verifyAudit(library, job)
  const content = readContent(library, request.case, request.comparisons, request.language, request.created)
  accept(content)
  const comparisons = await computeAgain(library, tools, content, request, job)
  return { content, parts: { ...describe(content, comparisons, verdict, tools.settings.get().laboratory, library.readOnlyReason, request.language), versions: await reportVersions() } }
}

async function computeAgain(library: Library, tools: Pick<Services, 'engine' | 'settings'>, { comparisons, scope }: Content, { folder, language }: GatherRequest, job: ReportJob): Promise<ReportComparison[]> {
  const model = await presentModel(tools.settings.get())
  const done: ReportComparison[] = []
  for (const { comparison, context } of comparisons) {
    refuseCancelled(job.signal)
    job.report({ step: `Computing ${comparison.label} again`, done: done.length, total: comparisons.length })
    const again = await recomputed(library, tools, comparison, scope, folder, job.signal)
    const figures = 'figures' in again ? again.figures : null
    const whole = { ...comparison, maps: figures?.maps ?? null }
    done.push({ ...whole, limits: limitsOfComparison(whole, { ...context, presentModel: model, notComputed: 'missing' in again ? again.missing : null, again: figures?.cosine ?? null }, language) })
  }
  return done
}

async function recomputed(library: Library, { engine, settings }: Pick<Services, 'engine' | 'settings'>, { run, label, a, b }: StoredComparison['comparison'], { exhibits }: Scope, folder: string | null, signal: AbortSignal): Promise<Recomputed | Record<never, never>> {
  if (run === null) return {}
  const exhibitOf = (side: string) => exhibits.find(({ number }) => `E-${number}` === side)!
  return recompute(library, engine, settings.get(), { label, run, a: exhibitOf(a.exhibit), b: exhibitOf(b.exhibit), folder }, signal)
}

function describe(content: Content, comparisons: ReportComparison[], verdict: AuditVerdict, laboratory: string, copied: string | null, language: ReportLanguage): Omit<Gathered['parts'], 'versions'> {
  const { scope, exhibits, rows, rowsWithheld, imported, importedAltered } = content
  const failedBefore = scope.exhibits.filter(({ evidence }) => evidence.state === 'failed').map(({ number, evidence }) => ({ label: `E-${number}`, at: evidence.checkedAt }))
  const seconds = comparisons.flatMap(({ opinions }) => opinions.filter(({ role, locked }) => role === 'second' && locked !== null))
  return {
    case: content.case,
    laboratory,
    verifiers: [...new Set(seconds.map(({ by }) => by))],
    exhibits,
    comparisons,
    limits: limitsOfReport({ laboratory, exhibits, failedBefore, verdict, importedAltered, rowsWithheld, count: comparisons.length, all: scope.all, copied }, language),
    audit: { rows, verdict, imported }
  }
}

async function checkEvidenceOf(library: Library, { case: { id }, exhibits }: Scope, { report, signal }: ReportJob): Promise<void> {
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

export function refuseCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new VidimusError('cancelled', 'job.cancelled', 'The report was cancelled; nothing was kept.')
}
