import { markText, type Mark } from '../../../shared/domain/markedFace'
import type { Opinion } from '../../../shared/domain/opinion'
import type { StoredCase, StoredComparison, StoredExhibit, StoredFace } from '../../../shared/domain/storedCase'
import { foundHash, hashOf } from './hashes'
import { useName } from './replay'

/** One record with its fields, named as people call them. */
export interface Thing {
  /** As people call it. */
  name: string
  fields: Readonly<Record<string, unknown>>
  comparison: string | null
  /** Of a face: where it was found. */
  exhibit?: string
}
export type Things = Map<string, Thing>

/** Score and decision of comparisons as lists are sorted and filtered by them: copies of what the last run says. */
export type Listed = ReadonlyMap<string, { cosine: number | null; decision: string | null }>

/** What a stored case says, record by record; the keys are those of replayLog. See RecordCheckInput for `whole` and `listed`. */
export function thingsOf({ case: stored, uses, exhibits, comparisons, reports, last }: StoredCase, whole: boolean, listed: Listed | null): Things {
  const { number, title, purpose, examiner, notes, tags, status, blindFirst, created } = stored
  const numbers = { 'last number of an exhibit': last.exhibit, 'last number of a comparison': last.comparison, 'last number of a report': last.report, 'last mark Q': last.markQ, 'last mark K': last.markK }
  const fields = { number, title, purpose, examiner, notes, tags, status, 'blind-first': blindFirst, created, ...(whole ? numbers : {}) }
  return new Map<string, Thing>([
    [`case ${stored.id}`, { name: `case ${number}`, fields, comparison: null }],
    ...uses.map(({ id, purpose, by, begun, ended }): [string, Thing] => [`use ${id}`, { name: useName(by, begun), fields: { purpose, by, begun, ended }, comparison: null }]),
    ...exhibits.flatMap(exhibit => [exhibitThing(exhibit), ...exhibit.faces.map(face => faceThing(face, exhibit))]),
    ...comparisons.flatMap(comparison => comparisonThings(comparison, listed?.get(comparison.id) ?? null)),
    ...reports.map(({ id, number, created, by, state, language, comparisons, pages, files, signing }): [string, Thing] => [
      `report ${id}`,
      { name: `report R-${number}`, fields: { number, created, by, state, language, comparisons: comparisons.map(({ number, version }) => ({ number: `C-${number}`, version })), pages, files, signing }, comparison: null }
    ])
  ])
}

function exhibitThing({ id, number, name, path, sha256, size, modified, imported, importedBy, source, receivedFrom, receivedAt, notes, photo, analysis, evidence, removed }: StoredExhibit): [string, Thing] {
  const state = evidence.state === 'failed' ? `failed: ${evidence.found ?? 'unknown'}` : 'verified'
  const fields = {
    number, name, path, hash: sha256, size, modified, imported, 'imported by': importedBy, source, 'received from': receivedFrom, 'received at': receivedAt, notes,
    'facts of the photo': hashOf(photo), 'search for faces': analysis, 'state of the evidence': state, removed
  }
  return [`exhibit ${id}`, { name: `E-${number} "${name}"`, fields, comparison: null }]
}

function markOf({ role, numberQ, numberK }: StoredFace): Mark | null {
  const number = role === 'Q' ? numberQ : numberK
  return role === null || number === null ? null : { role, number }
}

function faceThing(face: StoredFace, { id, number }: StoredExhibit): [string, Thing] {
  const { corrected, override, quality, index } = face
  const mark = markOf(face)
  const fields = { number: index, mark: markText(mark), 'corrected points': corrected, override, quality: hashOf(quality), 'found points': foundHash(face) }
  return [`face ${face.id}`, { name: mark === null ? `face ${index} of E-${number}` : `${markText(mark)} (face ${index} of E-${number})`, fields, comparison: null, exhibit: id }]
}

function comparisonThings({ id, number, faceA, faceB, stage, created, removed, version, locked, amendments, runs, annotations, lastAnnotation, enhancement, checklist, conclusions, opinions }: StoredComparison, listed: { cosine: number | null; decision: string | null } | null): [string, Thing][] {
  const label = `C-${number}`
  const inLists = listed === null ? {} : { 'score in lists': listed.cosine, 'decision in lists': listed.decision }
  const thing = (key: string, name: string, fields: Thing['fields']): [string, Thing] => [key, { name, fields, comparison: id }]
  return [
    thing(`comparison ${id}`, label, {
      number, 'face A': faceA, 'face B': faceB, stage, created, removed, version, lock: locked && { at: locked.at, by: locked.by, report: locked.report }, 'last number of an annotation': lastAnnotation, ...inLists
    }),
    ...amendments.map(({ version, at, by, reason }) => thing(`amendment ${id} ${version}`, `amendment to version ${version} of ${label}`, { at, by, reason })),
    ...runs.map(run => {
      const { at, by, cosine, threshold, thresholdKind, decision, modelSha256, mapsSha256, record, automaticCosine, enhanced } = run
      return thing(`run ${id} ${run.number}`, `run ${run.number} of ${label}`, {
        id: run.id, at, by, score: cosine, threshold, 'kind of threshold': thresholdKind, decision, model: modelSha256, maps: mapsSha256, 'photo A': record.a.sha256, 'photo B': record.b.sha256, record: hashOf(record),
        'score with the points as found': automaticCosine, 'enhanced copies': enhanced
      })
    }),
    ...annotations.filter(({ removedAt }) => removedAt === null).map(({ id: own, number, kind, text, a, b, by, changed }) =>
      thing(`annotation ${own}`, `annotation ${number} of ${label}`, { comparison: label, number, kind, text, 'place on A': a, 'place on B': b, by, changed })),
    thing(`enhancement ${id}`, `enhancement of ${label}`, { 'steps of A': enhancement?.a ?? [], 'steps of B': enhancement?.b ?? [] }),
    ...checklist.map(({ component, finding, note, cause, by, changed }) => thing(`checklist ${id} ${component}`, `checklist of ${label}, ${component}`, { finding, note, cause, by, changed })),
    ...conclusions.map(({ id: own, version, level, same, different, rationale, scale, by, at }) =>
      thing(`conclusion ${id} ${version}`, `conclusion ${version} of ${label}`, { id: own, level, 'same-source proposition': same, 'different-source proposition': different, rationale, scale, by, at })),
    ...opinions.map(opinion => thing(`opinion ${opinion.id}`, `${opinion.role} opinion of ${opinion.by} on ${label}`, opinionFields(opinion)))
  ]
}

/** What the log says of an opinion: its content once it is locked; before, nobody else may read it. */
export function opinionFields({ role, by, begun, locked, withdrawn, checklist, conclusion, scale }: Opinion): Thing['fields'] {
  const state = { role, by, begun, locked, withdrawn }
  if (locked === null && withdrawn === null) return state
  return { ...state, checklist: hashOf(checklist), conclusion: hashOf(conclusion), scale }
}
