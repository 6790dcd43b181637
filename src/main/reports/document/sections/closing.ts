import type { AuditRow } from '../../../../shared/domain/audit'
import { auditSentence } from '../../../../shared/domain/auditWords'
import { facts, heading, list, table, words, type Block } from '../blocks'
import { TEXT_KEYS } from '../../texts/texts'
import { time, type Setting } from '../setting'

/** What holds for the whole report. Sentences are appended to these, never taken out. */
export function limits({ report, say }: Setting): Block[] {
  const always = [say('limits.always'), ...(say('limits.additional') === '' ? [] : [say('limits.additional')])]
  return [heading(1, say('limits.report'), true), words(say('limits.note'), 'small'), list([...always, ...report.limits], true)]
}

export function claims({ report, say }: Setting): Block[] {
  if (report.claims.length === 0) return []
  const header = (['where', 'sentence', 'why', 'reason'] as const).map(key => say(`claims.${key}`))
  const rows = report.claims.map(({ where, sentence, why, reason, by, at }) => [where, sentence, why, `${reason}\n${by}, ${time(at)}`])
  return [heading(1, say('claims')), words(say('claims.note'), 'small'), table(['2.6cm', '3fr', '2fr', '2fr'], header, rows)]
}

/** Rows from which routine ones are left to report.json. */
const MANY = 600
const ROUTINE: ReadonlySet<string> = new Set(['case.begun', 'case.ended', 'evidence.verified', 'evidence.checked', 'library.opened', 'library.closed', 'exhibit.analysed', 'annotation.put', 'checklist.set'])

export function audit(setting: Setting): Block[] {
  const { report, say, recorded } = setting
  if (report.audit === null) return [heading(1, say('audit')), words(say('audit.none'))]
  const { rows, verdict, imported = [] } = report.audit
  const verdictWords = verdict.broken === null ? words(say('audit.ok', { rows: verdict.rows })) : words(say('audit.broken', { ...verdict.broken, reason: recorded(verdict.broken.reason) }), 'strong')
  const shown = rows.length > MANY ? rows.filter(({ action }) => !ROUTINE.has(action)) : rows
  const left = rows.length === shown.length ? [] : [words(say('audit.left', { count: rows.length - shown.length, all: rows.length }), 'small')]
  const before = imported.map(log => words(say('audit.imported', { from: log.from.laboratory || log.from.by, package: log.package, at: time(log.from.created), rows: log.rows.length }), 'small'))
  const header = (['row', 'at', 'who', 'what', 'hash'] as const).map(key => say(`audit.${key}`))
  return [
    heading(1, say('audit')), verdictWords, facts([[say('audit.head'), verdict.head]]), words(say('audit.note'), 'small'), ...before, ...left,
    table(['1.1cm', '1.9cm', '3fr', '5fr', '2.3cm'], header, shown.map(row => auditRow(row, setting)), { numbers: [0] })
  ]
}

const auditRow = (row: AuditRow, setting: Setting): string[] =>
  [String(row.sequence), time(row.at), `${row.who}\n${placeOf(row, setting)}`, auditSentence({ ...row, details: inWords(row, setting) }, setting.report.language), row.hash.slice(0, 12)]

function placeOf({ where }: AuditRow, { say }: Setting): string {
  const [, place, pid] = /^(.*), process (\d+)$/.exec(where) ?? []
  return place === undefined ? where : say('audit.where', { place, process: pid })
}

/** Stages, kinds and components as the rest of the report calls them. */
function inWords({ action, details }: AuditRow, { say }: Setting): AuditRow['details'] {
  const { from, to, kind, component } = details
  if (action === 'comparison.staged') return { ...details, from: wordOf('stage', from, say), to: wordOf('stage', to, say) }
  if (action === 'annotation.put') return { ...details, kind: wordOf('kind', kind, say) }
  return action === 'checklist.set' ? { ...details, component: wordOf('component', component, say) } : details
}

export function made({ report, say }: Setting): Block[] {
  const { texts, versions } = report
  return [
    heading(1, say('made')),
    facts([
      [say('made.case'), report.case && say('made.caseValue', { status: wordOf('status', report.case.status, say), created: time(report.case.created) })],
      [say('made.tags'), report.case && report.case.tags.join(', ')],
      [say('made.notes'), report.case && report.case.notes],
      [say('made.schema'), say('made.schemaValue', { schema: report.schema })],
      [say('made.times'), say('made.timesValue')],
      [say('made.texts'), say(texts.edited ? 'made.textsEdited' : 'made.textsOriginal', texts)],
      [say('made.versions'), Object.entries(versions).map(([name, version]) => `${name} ${version}`).join('\n')]
    ])
  ]
}

/** The report's word for one of a few; a value without one as it is. */
function wordOf<T>(group: 'status' | 'stage' | 'kind' | 'component', value: T, say: Setting['say']): T | string {
  const key = TEXT_KEYS.find(it => it === `${group}.${String(value)}`)
  return key === undefined ? value : say(key)
}
