import type { PackageFault } from '../../../shared/domain/casePackage'
import type { Report, ReportComparison, ReportExhibit } from '../../../shared/domain/report'
import { canonicalJson } from '../../evidence/canonicalJson'
import { foundHash, hashOf } from '../../evidence/records/hashes'
import { opinionFields } from '../../evidence/records/things'
import { replayLog, type Said } from '../../evidence/records/replay'

type Fields = Record<string, unknown>

/** One record of a report under the key that the log's replay has for it. */
interface Told {
  key: string
  name: string
  fields: Fields
}

export interface ReportRecords {
  checked: number
  /** Records that the rows in the report do not speak of, such as those of a case that came in with a package. */
  unbound: number
  faults: PackageFault[]
}

/** What a report says, against what its own rows of the log say was written. */
export function checkReportRecords({ case: about, audit, exhibits, comparisons }: Report): ReportRecords {
  const records: ReportRecords = { checked: 0, unbound: 0, faults: [] }
  if (about === null || audit === null) return records
  const { said } = replayLog(about.id, audit.rows)
  for (const told of [caseTold(about), ...exhibits.flatMap(exhibitTold), ...comparisons.flatMap(comparisonTold)]) compare(records, told, said.get(told.key))
  return records
}

function compare(records: ReportRecords, { name, fields }: Told, logged: Said | undefined): void {
  records.checked++
  if (logged === undefined) return void records.unbound++
  const text = (value: unknown): string => canonicalJson(JSON.parse(JSON.stringify(value ?? null)))
  for (const [field, value] of Object.entries(fields)) {
    if (!(field in logged.fields) || logged.fields[field] === undefined || text(value) === text(logged.fields[field])) continue
    records.faults.push({ code: 'record.differs', where: name, message: `${name}: its ${field} in the report is ${text(value)}, in the log ${text(logged.fields[field])}.` })
  }
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
