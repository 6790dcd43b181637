import type { AuditRow } from './audit'
import { germanSentences } from './auditWordsDe'
import type { ReportLanguage } from './claims'

type Details = AuditRow['details']

const word = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '')
const quoted = (value: unknown): string => `\u201c${word(value)}\u201d`
const four = (value: unknown): string => (typeof value === 'number' ? value.toFixed(4) : word(value))

/** What a person calls the fields of a change. */
const fields: Record<string, string> = { receivedFrom: 'received from', receivedAt: 'received at' }

/** "title, notes": the fields that a change is about. */
function changed({ to }: Details): string {
  const names = typeof to === 'object' && to !== null ? Object.keys(to) : []
  return names.map(name => fields[name] ?? name).join(', ')
}

const exhibit = ({ number, name }: Details): string => `exhibit ${word(number)} ${quoted(name)}`
const face = (details: Details): string => `face ${typeof details['face'] === 'number' ? details['face'] + 1 : ''} of ${word(details['exhibit'])}`
const compared = ({ comparisons }: Details): string => (Array.isArray(comparisons) ? comparisons.map(entry => word((entry as Details | null)?.['number'])).join(', ') : '')
const report = (details: Details): string => `${word(details['number'])} of ${compared(details)}`
const reasoned = (text: string, { reason }: Details): string => `${text}. Reason: ${word(reason)}`

const levelOf = (conclusion: unknown): string => word((conclusion as { level?: unknown } | undefined)?.level)
const withdrawn = (details: Details): string => (details['because'] === undefined ? 'Withdrew' : 'The program withdrew')
const because = (details: Details): string => (details['because'] === 'points' ? ': its points are others now' : details['because'] === 'quality' ? ': its quality is another now' : '')

/** In English; auditWordsDe.ts has the same actions in German. */
export const englishSentences: Record<string, (details: Details) => string> = {
  'library.created': () => 'Library created',
  'library.opened': () => 'Library opened',
  'library.closed': () => 'Library closed',
  'settings.changed': details => `Settings changed: ${changed(details)}`,
  'key.created': ({ fingerprint, laboratory }) => `Signing key of ${word(laboratory)} made, fingerprint ${word(fingerprint)}`,
  'key.delivered': ({ fingerprint, half }) => `${half === 'public' ? 'Public half' : 'Encrypted backup'} of the signing key handed out, fingerprint ${word(fingerprint)}`,
  'key.restored': ({ fingerprint, laboratory }) => `Signing key of ${word(laboratory)} restored from a backup, fingerprint ${word(fingerprint)}`,
  'key.retired': details => reasoned(details['fingerprint'] === null ? 'Damaged signing key put aside' : `Signing key retired, fingerprint ${word(details['fingerprint'])}`, details),
  'text.changed': ({ language, key, edited }) => `Text ${quoted(key)} of reports (${word(language)}) ${edited === null ? 'as delivered again' : `changed to ${quoted(edited)}`}`,
  'audit.verified': ({ rows }) => `Log verified: ${word(rows)} rows`,
  'audit.failed': () => 'Log verified, and found broken',
  'audit.anchor-missed': () => 'The log\u2019s end is not the one that was noted when the library was closed',
  'audit.anchor-gone': ({ noted }) => `The head of the log that was noted behind row ${word(noted)} is gone or unreadable`,
  'records.verified': ({ checked, unbound }) => `Records compared with the log: ${word(checked)} as it says, ${word(unbound)} of them from before it held everything`,
  'records.failed': ({ checked, differences }) => `Records compared with the log: ${Array.isArray(differences) ? differences.length : 'some'} of ${word(checked)} are NOT as it says`,
  'case.created': ({ number, purpose }) => `Case ${word(number)} created, for: ${word(purpose)}`,
  'case.updated': details => `Case changed: ${changed(details)}`,
  'case.closed': ({ number }) => `Case ${word(number)} closed`,
  'case.archived': ({ number }) => `Case ${word(number)} archived`,
  'case.reopened': ({ number }) => `Case ${word(number)} reopened`,
  'case.blind-first-on': details => reasoned(`Blind-first switched on in case ${word(details['number'])}`, details),
  'case.blind-first-off': details => reasoned(`Blind-first switched OFF in case ${word(details['number'])}`, details),
  'case.begun': ({ purpose }) => `Use begun, for: ${word(purpose)}`,
  'case.ended': () => 'Use ended',
  'case.interrupted': () => 'Use ended by a crash or a lost connection',
  'case.imported': ({ number, package: sha256 }) => `Case ${word(number)} taken in from the package with SHA-256 ${word(sha256)}`,
  'report.created': details => `Draft ${report(details)} made`,
  'report.signed': details => `Report ${report(details)} made and signed`,
  'report.delivered': ({ number, file, sha256 }) => `${word(file)} of ${word(number)} handed out: SHA-256 ${word(sha256)}`,
  'report.changed': ({ number, file, found }) => `${word(file)} of ${word(number)} found CHANGED and not handed out: ${word(found)}`,
  'claim.overridden': details => reasoned(`Let stand in ${word(details['report'])}, ${word(details['where'])}: ${quoted(details['sentence'])}`, details),
  'package.begun': ({ number }) => `Packing of case ${word(number)} begun`,
  'package.exported': ({ number, sha256 }) => `Case ${word(number)} packed: SHA-256 ${word(sha256)}`,
  'package.failed': ({ number, code }) => `Packing of case ${word(number)} ended without a package (${word(code)})`,
  'exhibit.imported': details => `Imported ${exhibit(details)}`,
  'exhibit.analysed': details => `Looked for faces in ${exhibit(details)}: ${details['state'] === 'failed' ? 'failed' : `${word(details['faces'])} found`}`,
  'exhibit.import-ended': ({ imported, duplicates, refused, cancelled }) =>
    `Import ended: ${word(imported)} imported, ${word(duplicates)} already there, ${word(refused)} refused, ${word(cancelled)} not reached`,
  'exhibit.updated': details => `Changed ${exhibit(details)}: ${changed(details)}`,
  'exhibit.removed': details => reasoned(`Removed ${exhibit(details)}`, details),
  'exhibit.restored': details => `Restored ${exhibit(details)}`,
  'evidence.verified': details => `Hash verified of ${exhibit(details)}`,
  'evidence.failed': details => `Hash verification FAILED of ${exhibit(details)}: ${word(details['found'])}`,
  'evidence.checked': ({ verified, failed }) => `Evidence checked: ${word(verified)} as they came in, ${word(failed)} failed`,
  'face.added': details => `Added ${face(details)} by hand`,
  'face.corrected': details => `Corrected the points of ${face(details)}`,
  'face.uncorrected': details => `Took back the corrected points of ${face(details)}`,
  'face.marked': details => `Marked ${face(details)}: ${word(details['from'])} \u2192 ${word(details['to'])}`,
  'face.overridden': details => reasoned(`Declared ${face(details)} usable all the same`, details),
  'face.override-withdrawn': details => `${withdrawn(details)} the override of ${face(details)}${because(details)}`,
  'face.removed': details => `Removed ${face(details)}`,
  'comparison.created': ({ number }) => `Comparison ${word(number)} created`,
  'comparison.staged': ({ number, from, to }) => `Comparison ${word(number)}: from ${word(from)} to ${word(to)}`,
  'comparison.removed': details => reasoned(`Comparison ${word(details['number'])} removed`, details),
  'comparison.restored': ({ number }) => `Comparison ${word(number)} restored`,
  'comparison.run': ({ number, run, cosine, threshold }) => `Comparison ${word(number)}, run ${word(run)}: score ${four(cosine)} at threshold ${four(threshold)}`,
  'comparison.locked': ({ number, version, report }) => `Comparison ${word(number)}, version ${word(version)}, locked: signed in report ${word(report)}`,
  'comparison.amended': details => reasoned(`Comparison ${word(details['number'])} amended: version ${word(details['version'])} opened`, details),
  'report.exported': () => 'Draft report made by command, outside the library',
  'case.comparisons-delivered': () => 'Comparisons handed out as CSV',
  'opinion.begun': ({ comparison }) => `Second opinion begun on ${word(comparison)}`,
  'opinion.locked': ({ comparison, role, conclusion }) => `${role === 'first' ? 'First' : 'Second'} opinion on ${word(comparison)} locked: ${levelOf(conclusion)}`,
  'opinion.withdrawn': details => reasoned(`Opinion on ${word(details['comparison'])} withdrawn`, details),
  'annotation.put': ({ comparison, annotation, kind }) => `Annotation ${word(annotation)} (${word(kind)}) in ${word(comparison)}`,
  'annotation.removed': ({ comparison, annotation }) => `Annotation ${word(annotation)} removed from ${word(comparison)}`,
  'enhancement.set': ({ comparison }) => `Enhancement steps set in ${word(comparison)}`,
  'checklist.set': ({ comparison, component }) => `Checklist of ${word(comparison)}: ${word(component)}`,
  'conclusion.saved': ({ comparison, version, level }) => `Conclusion of ${word(comparison)}, version ${word(version)}: ${level === null ? 'no level chosen' : word(level)}`
}

const WITHHELD: Readonly<Record<ReportLanguage, string>> = { en: 'Withheld while you form an independent opinion', de: 'Zur\u00fcckgehalten, solange Sie eine unabh\u00e4ngige Beurteilung vornehmen' }

/** One row of the log as a sentence; an action without one is named as it is stored. */
export function auditSentence({ action, details }: Pick<AuditRow, 'action' | 'details'>, language: ReportLanguage = 'en'): string {
  if (typeof details['withheld'] === 'string') return WITHHELD[language]
  const table = language === 'de' ? germanSentences : englishSentences
  return (Object.hasOwn(table, action) ? table[action]?.(details) : undefined) ?? action
}
