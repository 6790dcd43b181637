import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Comparison } from '../../../shared/domain/comparison'
import { Report } from '../../../shared/domain/report'
import { inputError } from '../../../shared/errors'
import { limitsOfRecord } from '../../reports/limits/comparison'
import { checkBeside } from './beside'
import { lightFaults } from './quality'
import { reportLogs } from './reportLogs'
import { checkReportRecords, type ReportRecords } from './reportRecords'
import type { RecordedRun } from './replayRun'
import { replayAll, stateOf, type Verification, type VerifyWatch } from './verification'
import type { VerifyContext } from './verifyPackage'

/** What a file alone can't prove: whoever made its hashes anew could have written it. */
const UNVOUCHED = 'Names, versions, measures and words that follow from nothing else are as the file says.'
const NOWHERE = 'is not at hand: give a folder that holds it with --evidence'

/** @throws VidimusError `verify.form` (input) for JSON that is neither a report nor a result */
export async function verifyJson(path: string, context: VerifyContext, watch: VerifyWatch): Promise<Verification> {
  const bytes = await readFile(path)
  const value = parse(path, bytes.toString('utf8'))
  const { schema } = value as { schema?: unknown }
  if (schema === 'vidimus.report/1') return verifyReport(path, bytes, read(path, Report.safeParse(value)), context, watch)
  if (schema === 'vidimus.comparison/1') return verifyResult(path, bytes, read(path, Comparison.safeParse(value)), context, watch)
  throw inputError('verify.form', `"${path}" is JSON, but neither a report (report.json), a result (result.json) nor a signature (signature.json) of Vidimus.`)
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text) ?? {}
  } catch (cause) {
    throw inputError('verify.form', `"${path}" is no JSON: ${cause instanceof Error ? cause.message : String(cause)}. It was damaged, or is no report.`, { cause })
  }
}

function read<T>(path: string, { data, error }: { data?: T; error?: { issues: readonly { path: PropertyKey[]; message: string }[] } }): T {
  if (data !== undefined) return data
  const [issue] = error?.issues ?? []
  throw inputError('verify.form', `"${path}" is not of the form that it says: ${issue?.path.map(String).join('.')}: ${issue?.message}. It was changed, or is of another version of Vidimus.`)
}

const photosFor = ({ folder }: VerifyContext) => folder ?? (async ({ file, sha256 }: { file: string; sha256: string }) => `the photo "${file}" (SHA-256 ${sha256}) ${NOWHERE}`)

async function verifyReport(path: string, bytes: Uint8Array, report: Report, context: VerifyContext, watch: VerifyWatch): Promise<Verification> {
  const beside = await checkBeside(path, bytes, context.trusted)
  const held = report.audit && reportLogs(report.audit)
  const records = checkReportRecords(report, held?.logs ?? [])
  const runs = await replayAll(report.comparisons.flatMap(recordedRun), { models: context.models, photos: photosFor(context) }, watch)
  const faults = [
    ...beside.faults,
    ...(report.case !== null && report.audit === null ? [{ code: 'log.missing', where: 'audit', message: `The report is about case ${report.case.number}, and the rows of its log were taken out.` }] : []),
    ...(held?.faults ?? []), ...records.faults, ...lightFaults(report), ...wordingFaults(report), ...signingFaults(report, beside.signature?.state ?? 'none')
  ]
  const unchecked = [...(held?.unchecked ?? []), ...(held === null || records.unbound === 0 ? [] : [unboundText(report, records)])]
  const parts = { faults, runs, unchecked, signature: beside.signature }
  return {
    kind: 'report', file: path, sha256: beside.sha256, notes: beside.unknown.map(text => `${text} ${UNVOUCHED}`), log: held?.logs.at(-1)?.verdict ?? null,
    logs: (held?.logs ?? []).map(({ name, verdict }, i) => ({ name, ok: verdict.ok, rows: verdict.rows, head: verdict.head, records: records.spokenOf[i] ?? 0 })),
    records: held && { checked: records.checked, differences: records.faults.length, unbound: records.unbound }, ...parts, state: stateOf(parts)
  }
}

/** Reports from before they held the logs of other libraries may lack what those say. */
function unboundText({ audit }: Report, { unbound, checked }: ReportRecords): string {
  const start = `${unbound} of ${checked} records are not in the rows of the log that the report holds: rows were taken out`
  return audit?.imported === undefined ? `${start}, or the case came in with a package. Verify its package instead.` : `${start}.`
}

function recordedRun({ label, run, maps }: Report['comparisons'][number]): RecordedRun[] {
  if (run === null) return []
  const { record, ...row } = run
  return [{ label: `run ${run.number} of ${label}`, record, run: row, maps: null, arguments: maps?.arguments ?? null, regions: maps?.regions ?? null }]
}

/** A report's limits begin with those of the run, and are only ever appended to. */
const wordingFaults = ({ comparisons, language }: Report): Verification['faults'] =>
  comparisons.flatMap(({ label, run, limits, maps }) => {
    const missing = (run === null ? [] : limitsOfRecord(run.record, language)).filter(limit => !limits.includes(limit))
    const told = maps !== null && run !== null && maps.asRecorded !== (maps.sha256 === run.mapsSha256)
    return [
      ...missing.map(limit => ({ code: 'report.limits', where: label, message: `${label} lacks a limit that its run has: "${limit}"` })),
      ...(told ? [{ code: 'report.maps', where: label, message: `${label}: the report says that its maps are ${maps.asRecorded ? '' : 'not '}those of the run, and their hashes say otherwise.` }] : [])
    ]
  })

const signingFaults = ({ state, signing }: Report, signature: string): Verification['faults'] =>
  (state === 'signed' || signing !== null) && signature === 'none' ? [{ code: 'signature.missing', where: 'signature.json', message: 'The report says that it is signed, and no signature lies beside it.' }] : []

async function verifyResult(path: string, bytes: Uint8Array, record: Comparison, context: VerifyContext, watch: VerifyWatch): Promise<Verification> {
  const runs = await replayAll([{ label: 'the result', record, run: null, maps: null, arguments: null, regions: null }], { models: context.models, photos: photosFor(context) }, watch)
  const parts = { faults: [], runs, unchecked: [], signature: null }
  return { kind: 'result', file: path, sha256: createHash('sha256').update(bytes).digest('hex'), notes: [`No log and no signature speak of ${basename(path)}. ${UNVOUCHED}`], log: null, logs: [], records: null, ...parts, state: stateOf(parts) }
}
