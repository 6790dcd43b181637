import { COMPONENTS } from '../../../shared/domain/checklist'
import type { AuditRow } from '../../../shared/domain/audit'
import { foundHash, hashOf, type LoggedFace } from './hashes'
import { sayLastNumbers } from './numbers'

type Row = Pick<AuditRow, 'at' | 'who' | 'action' | 'object' | 'details'>
type Fields = Record<string, unknown>

/** What the log says of one record; a field that it doesn't tell is not there. */
export interface Said {
  /** As people call it. */
  name: string
  fields: Fields
  comparison: string | null
  /** Of a face: where it was found. */
  exhibit?: string
  /** The log says that it was taken away. */
  gone?: boolean
}

export interface Replay {
  said: Map<string, Said>
  /** Exhibits whose faces the log does not name: searched by a version of the program that did not log them. */
  loose: Set<string>
  /** The last number that a face was marked with, in each role. */
  marks: { Q: number; K: number }
}

/** Details of rows are as some version of the program wrote them: what is missing stays unsaid. */
export function replayLog(caseId: string, rows: Iterable<Row>): Replay {
  const replay: Replay = { said: new Map(), loose: new Set(), marks: { Q: 0, K: 0 } }
  for (const row of rows) DEEDS[row.action]?.(replay, row, caseId)
  sayLastNumbers(replay, caseId)
  return replay
}

type Deed = (replay: Replay, row: Row, caseId: string) => void

const given = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

function say({ said }: Replay, key: string, fields: Fields, more: Partial<Said> = {}): void {
  const before = said.get(key)
  said.set(key, { name: key, comparison: null, ...before, ...more, fields: { ...before?.fields, ...given(fields) } })
}

function end({ said }: Replay, key: string): void {
  const before = said.get(key)
  if (before) said.set(key, { ...before, gone: true })
}

/** As people call a use of a case. */
export const useName = (by: string, begun: string): string => `use by ${by} begun ${begun}`

const numberOf = (label: unknown): number => Number(String(label).split('-')[1])

const CASE_FIELDS = ({ number, title, purpose, examiner, notes, tags, status }: Fields): Fields => ({ number, title, purpose, examiner, notes, tags, status })

const caseChanged: Deed = (replay, { details }, caseId) => say(replay, `case ${caseId}`, CASE_FIELDS(details.to as Fields))

const exhibitFields = ({ name, path, sha256, size, modified, source, receivedFrom, receivedAt, notes }: Fields): Fields => ({
  name, path, hash: sha256, size, modified, source, 'received from': receivedFrom, 'received at': receivedAt, notes
})

/** A row about a face says where the face is and who it is in the photo. */
const ofFace = (replay: Replay, { object, details: { exhibit, face } }: Row, fields: Fields): void =>
  say(replay, `face ${object}`, fields, { name: `face ${String(face)} of ${String(exhibit)}`, gone: false })

const analysed: Deed = (replay, { object, details }) => {
  const { number, state, at, code, message, found, photo } = details as Fields & { found?: LoggedFace[] }
  say(replay, `exhibit ${object}`, { 'search for faces': { state, at, code, message }, 'facts of the photo': photo })
  // What an older row does not say is not known any more.
  if (photo === undefined) delete replay.said.get(`exhibit ${object}`)!.fields['facts of the photo']
  if (found === undefined) return void replay.loose.add(object!)
  replay.loose.delete(object!)
  for (const [key, face] of replay.said) if (face.exhibit === object) replay.said.set(key, { ...face, gone: true })
  for (const { id, index, sha256, quality } of found) {
    const key = `face ${id}`
    const fields = { number: index, 'found points': sha256, quality, ...(replay.said.has(key) ? {} : { mark: 'unmarked', 'corrected points': null, override: null }) }
    say(replay, key, fields, { name: `face ${index} of ${String(number)}`, exhibit: object!, gone: false })
  }
}

const corrected: Deed = (replay, row) => {
  const { to, quality } = row.details
  ofFace(replay, row, { 'corrected points': row.action === 'face.corrected' ? to : null, quality: quality === undefined ? undefined : hashOf(quality) })
  // Rows from before qualities were logged leave the present one unsaid.
  if (quality === undefined) delete replay.said.get(`face ${row.object}`)!.fields.quality
}

const faceAdded: Deed = (replay, row) => {
  const { face, points, box, quality } = row.details
  ofFace(replay, row, {
    number: face, mark: 'unmarked', 'corrected points': points, override: null,
    'found points': box === undefined ? undefined : foundHash({ box: box as never, score: null, points68: null, automatic: null }), quality: quality === undefined ? undefined : hashOf(quality)
  })
}

const faceMarked: Deed = (replay, row) => {
  const { to } = row.details
  ofFace(replay, row, { mark: to })
  const [role] = String(to).split('-')
  if (role === 'Q' || role === 'K') replay.marks[role] = Math.max(replay.marks[role], numberOf(to))
}

const useEnded: Deed = (replay, { at, object }) => say(replay, `use ${object}`, { ended: at })

const comparisonCreated: Deed = (replay, { at, object: id, details: { number, a, b } }) => {
  const label = String(number)
  const of = (key: string, name: string, fields: Fields): void => say(replay, key, fields, { name, comparison: id })
  of(`comparison ${id}`, label, {
    number: numberOf(number), 'face A': (a as Fields).face, 'face B': (b as Fields).face, stage: 'analysis', created: at, removed: null, version: 1, lock: null, 'score in lists': null, 'decision in lists': null
  })
  of(`enhancement ${id}`, `enhancement of ${label}`, { 'steps of A': [], 'steps of B': [] })
  for (const component of COMPONENTS) of(`checklist ${id} ${component}`, `checklist of ${label}, ${component}`, { finding: null, note: '', cause: '', by: null, changed: null })
}

const run: Deed = (replay, { at, who, object: comparison, details }) => {
  const { number, run: n, id, cosine, threshold, thresholdKind, decision, model, maps, a, b, record, automaticCosine, enhanced } = details
  say(
    replay,
    `run ${comparison} ${String(n)}`,
    {
      id, at, by: who, score: cosine, threshold, 'kind of threshold': thresholdKind, decision, model, maps, 'photo A': a, 'photo B': b, record, 'score with the points as found': automaticCosine, 'enhanced copies': enhanced
    },
    { name: `run ${String(n)} of ${String(number)}`, comparison }
  )
  say(replay, `comparison ${comparison}`, { 'score in lists': cosine, 'decision in lists': decision })
}

const opinionLocked: Deed = (replay, { at, who, object, details: { comparison, role, checklist, conclusion, scale } }) => {
  const key = `opinion ${object}`
  const first = replay.said.has(key) ? {} : { begun: at }
  const content = { checklist: hashOf(checklist), conclusion: hashOf(conclusion), scale }
  say(replay, key, { role, by: who, ...first, locked: at, withdrawn: null, ...content }, { name: `${String(role)} opinion of ${who} on ${String(comparison)}` })
}

const reportMade: Deed = (replay, { who, action, object, details }) => {
  const { number, created, language, comparisons, pages, files, signing } = details
  const state = action === 'report.signed' ? 'signed' : 'draft'
  say(replay, `report ${object}`, { number: numberOf(number), created, by: who, state, language, comparisons, pages, files, signing }, { name: `report ${String(number)}` })
}

const DEEDS: Readonly<Partial<Record<string, Deed>>> = {
  'case.created': (replay, { at, details }, caseId) =>
    say(replay, `case ${caseId}`, { ...CASE_FIELDS(details), status: 'open', 'blind-first': details.blindFirst ?? false, created: at }, { name: `case ${String(details.number)}` }),
  'case.imported': (replay, { details }, caseId) => say(replay, `case ${caseId}`, { number: details.number }),
  'case.updated': caseChanged,
  'case.closed': caseChanged,
  'case.archived': caseChanged,
  'case.reopened': caseChanged,
  'case.blind-first-on': (replay, _row, caseId) => say(replay, `case ${caseId}`, { 'blind-first': true }),
  'case.blind-first-off': (replay, _row, caseId) => say(replay, `case ${caseId}`, { 'blind-first': false }),

  'case.begun': (replay, { at, who, object, details: { purpose } }) => say(replay, `use ${object}`, { purpose, by: who, begun: at, ended: null }, { name: useName(who, at) }),
  'case.ended': useEnded,
  'case.interrupted': useEnded,

  'exhibit.imported': (replay, { at, who, object, details }) =>
    say(
      replay,
      `exhibit ${object}`,
      {
        ...exhibitFields(details), number: numberOf(details.number), imported: at, 'imported by': who, notes: '', 'facts of the photo': hashOf(null), 'search for faces': { state: 'pending' }, 'state of the evidence': 'verified', removed: null
      },
      { name: `${String(details.number)} "${String(details.name)}"` }
    ),
  'exhibit.updated': (replay, { object, details }) => say(replay, `exhibit ${object}`, exhibitFields(details.to as Fields)),
  'exhibit.removed': (replay, { at, object, details }) => say(replay, `exhibit ${object}`, { removed: { at, reason: details.reason } }),
  'exhibit.restored': (replay, { object }) => say(replay, `exhibit ${object}`, { removed: null }),
  'exhibit.analysed': analysed,
  'evidence.failed': (replay, { object, details }) => say(replay, `exhibit ${object}`, { 'state of the evidence': `failed: ${String(details.found)}` }),

  'face.added': faceAdded,
  'face.corrected': corrected,
  'face.uncorrected': corrected,
  'face.marked': faceMarked,
  'face.overridden': (replay, row) => ofFace(replay, row, { override: { reason: row.details.reason, by: row.who, at: row.at } }),
  'face.override-withdrawn': (replay, row) => ofFace(replay, row, { override: null }),
  'face.removed': (replay, { object }) => end(replay, `face ${object}`),

  'comparison.created': comparisonCreated,
  'comparison.staged': (replay, { object, details }) => say(replay, `comparison ${object}`, { stage: details.to }),
  'comparison.removed': (replay, { at, object, details }) => say(replay, `comparison ${object}`, { removed: { at, reason: details.reason } }),
  'comparison.restored': (replay, { object }) => say(replay, `comparison ${object}`, { removed: null }),
  'comparison.run': run,
  'comparison.locked': (replay, { object, details: { version, reportId, at, by } }) => say(replay, `comparison ${object}`, { version, lock: { at, by, report: reportId } }),
  'comparison.amended': (replay, { at, who, object: comparison, details: { number, version, reason } }) => {
    say(replay, `comparison ${comparison}`, { version, lock: null })
    say(replay, `amendment ${comparison} ${String(version)}`, { at, by: who, reason }, { name: `amendment to version ${String(version)} of ${String(number)}`, comparison })
  },

  'annotation.put': (replay, { at, who, object, details: { comparison, annotation, kind, text, a, b } }) =>
    say(replay, `annotation ${object}`, { comparison, number: annotation, kind, text, 'place on A': a, 'place on B': b, by: who, changed: at }, { name: `annotation ${String(annotation)} of ${String(comparison)}`, gone: false }),
  'annotation.removed': (replay, { object }) => end(replay, `annotation ${object}`),
  'enhancement.set': (replay, { object, details: { a, b } }) => say(replay, `enhancement ${object}`, { 'steps of A': a, 'steps of B': b }),
  'checklist.set': (replay, { at, who, object, details: { component, to } }) => say(replay, `checklist ${object} ${String(component)}`, { ...(to as Fields), by: who, changed: at }),
  'conclusion.saved': (replay, { at, who, object: comparison, details }) => {
    const { comparison: label, version, id, level, same, different, rationale, scale } = details
    const fields = { id, level, 'same-source proposition': same, 'different-source proposition': different, rationale, scale, by: who, at }
    say(replay, `conclusion ${comparison} ${String(version)}`, fields, { name: `conclusion ${String(version)} of ${String(label)}`, comparison })
  },

  'opinion.begun': (replay, { at, who, object, details: { comparison, role } }) =>
    say(replay, `opinion ${object}`, { role, by: who, begun: at, locked: null, withdrawn: null }, { name: `${String(role)} opinion of ${who} on ${String(comparison)}` }),
  'opinion.locked': opinionLocked,
  'opinion.withdrawn': (replay, { at, object, details: { reason, checklist, conclusion } }) =>
    say(replay, `opinion ${object}`, { withdrawn: { at, reason }, checklist, conclusion, scale: [] }),

  'report.created': reportMade,
  'report.signed': reportMade
}
