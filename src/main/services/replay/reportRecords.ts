import type { PackageFault } from '../../../shared/domain/casePackage'
import type { Report, ReportComparison, ReportExhibit } from '../../../shared/domain/report'
import { canonicalJson } from '../../evidence/canonicalJson'
import { foundHash, hashOf } from '../../evidence/records/hashes'
import { opinionFields } from '../../evidence/records/things'
import { replayLog, type Said } from '../../evidence/records/replay'
import type { ReportLog } from './reportLogs'

type Fields = Record<string, unknown>

/** One record of a report under the key that the log's replay has for it. */
interface Told {
  key: string
  name: string
  fields: Fields
}

export interface ReportRecords {
  checked: number
  /** Records that no log in the report speaks of. */
  unbound: number
  faults: PackageFault[]
  /** For each log how many records it speaks of; several may speak of one. */
  spokenOf: number[]
}

/** What a report says, against what the logs in it say was written: those of the libraries that its case came from, then its own. */
export function checkReportRecords({ case: about, exhibits, comparisons }: Report, logs: readonly ReportLog[]): ReportRecords {
  if (about === null) return { checked: 0, unbound: 0, faults: [], spokenOf: [] }
  const all = replayLog(about.id, logs.flatMap(({ rows }) => rows)).said
  const each = logs.map(({ name, rows }) => ({ name, said: replayLog(about.id, rows).said }))
  const told = [caseTold(about), ...exhibits.flatMap(exhibitTold), ...comparisons.flatMap(comparisonTold)]
  return {
    checked: told.length,
    unbound: told.filter(({ key }) => !all.has(key)).length,
    faults: told.flatMap(record => differences(record, all.get(record.key), each)),
    spokenOf: each.map(({ said }) => told.filter(({ key }) => said.has(key)).length)
  }
}

function differences({ key, name, fields }: Told, logged: Said | undefined, logs: readonly { name: string; said: ReadonlyMap<string, Said> }[]): PackageFault[] {
  if (logged === undefined) return []
  const text = (value: unknown): string => canonicalJson(JSON.parse(JSON.stringify(value ?? null)))
  return Object.entries(fields).flatMap(([field, value]) => {
    const said = logged.fields[field]
    if (said === undefined || text(value) === text(said)) return []
    const log = logs.findLast(({ said }) => said.get(key)?.fields[field] !== undefined)?.name ?? 'the log'
    return [{ code: 'record.differs', where: name, message: `${name}: its ${field} in the report is ${text(value)}, in ${log} ${text(said)}.` }]
  })
}

const caseTold = ({ id, number, title, purpose, examiner, notes, status }: NonNullable<Report['case']>): Told => ({ key: `case ${id}`, name: `case ${number}`, fields: { number, title, purpose, examiner, notes, status } })

const exhibitTold = ({ id, label, name, path, sha256, size, source, receivedFrom, receivedAt, notes, faces }: ReportExhibit): Told[] => [
  { key: `exhibit ${id}`, name: `${label} "${name}"`, fields: { name, path, hash: sha256, size, source, 'received from': receivedFrom, 'received at': receivedAt, notes } },
  ...faces.map(face => ({
    key: `face ${face.id}`, name: face.label, fields: { 'found points': foundHash(face), 'corrected points': face.corrected, quality: hashOf(face.quality), override: face.override }
  }))
]

function comparisonTold({ id, label, stage, version, run, runs, annotations, checklist, opinions, conclusions }: ReportComparison): Told[] {
  return [
    { key: `comparison ${id}`, name: label, fields: { stage, version } },
    ...runs.map(({ number, cosine, threshold, decision, thresholdKind, modelSha256 }) => ({ key: `run ${id} ${number}`, name: `run ${number} of ${label}`, fields: { score: cosine, threshold, decision, 'kind of threshold': thresholdKind, model: modelSha256 } })),
    ...(run === null ? [] : [{ key: `run ${id} ${run.number}`, name: `run ${run.number} of ${label}`, fields: { score: run.cosine, threshold: run.threshold, decision: run.decision, model: run.modelSha256, maps: run.mapsSha256, record: hashOf(run.record) } }]),
    ...annotations.map(({ id: own, number, kind, text, a, b }) => ({ key: `annotation ${own}`, name: `annotation ${number} of ${label}`, fields: { number, kind, text, 'place on A': a, 'place on B': b } })),
    ...checklist.map(({ component, finding, note, cause }) => ({ key: `checklist ${id} ${component}`, name: `checklist of ${label}, ${component}`, fields: { finding, note, cause } })),
    ...opinions.map(opinion => ({ key: `opinion ${opinion.id}`, name: `${opinion.role} opinion of ${opinion.by} on ${label}`, fields: opinionFields(opinion) })),
    ...conclusions.map(({ version: of, level, same, different, rationale }) => ({
      key: `conclusion ${id} ${of}`, name: `conclusion ${of} of ${label}`, fields: { level, 'same-source proposition': same, 'different-source proposition': different, rationale }
    }))
  ]
}
