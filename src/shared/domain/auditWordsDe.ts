import type { AuditRow } from './audit'
import { recordedInGerman } from './recordedDe'

type Details = AuditRow['details']

const word = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '')
const quoted = (value: unknown): string => `\u201e${word(value)}\u201c`
const known = (value: unknown): string => recordedInGerman(word(value))
const four = (value: unknown): string => (typeof value === 'number' ? value.toFixed(4) : word(value))
const exhibit = ({ number, name }: Details): string => `Asservat ${word(number)} ${quoted(name)}`
const face = (details: Details): string => `Gesicht ${typeof details['face'] === 'number' ? details['face'] + 1 : ''} von ${word(details['exhibit'])}`
const compared = ({ comparisons }: Details): string => (Array.isArray(comparisons) ? comparisons.map(entry => word((entry as Details | null)?.['number'])).join(', ') : '')
const report = (details: Details): string => `${word(details['number'])} über ${compared(details)}`
const reasoned = (text: string, { reason }: Details): string => `${text}. Grund: ${word(reason)}`

const fields: Record<string, string> = {
  receivedFrom: 'erhalten von', receivedAt: 'erhalten am', source: 'Herkunft', notes: 'Notizen', title: 'Titel', number: 'Nummer', purpose: 'Auftrag', examiner: 'Sachverständiger', tags: 'Schlagwörter', status: 'Status', blindFirst: 'zuerst blind',
  laboratory: 'Labor', device: 'Gerät', model: 'Modell', threshold: 'Schwellenwert', palette: 'Farben', opacity: 'Deckung', characterKeys: 'Tasten mit einem Zeichen', scale: 'Skala der Schlussfolgerungen'
}

const because = (details: Details): string => (details['because'] === 'points' ? '; seine Punkte sind jetzt andere' : details['because'] === 'quality' ? '; seine Qualität ist jetzt eine andere' : '')

function changed({ to }: Details): string {
  const names = typeof to === 'object' && to !== null ? Object.keys(to) : []
  return names.map(name => fields[name] ?? name).join(', ')
}

/** The log's sentences in German; auditWords.ts has those of all actions in English. */
export const germanSentences: Record<string, (details: Details) => string> = {
  'library.created': () => 'Bibliothek angelegt',
  'library.opened': () => 'Bibliothek geöffnet',
  'library.closed': () => 'Bibliothek geschlossen',
  'settings.changed': details => `Einstellungen geändert: ${changed(details)}`,
  'key.created': ({ fingerprint, laboratory }) => `Signaturschlüssel von ${word(laboratory)} erzeugt, Fingerabdruck ${word(fingerprint)}`,
  'key.delivered': ({ fingerprint, half }) => `${half === 'public' ? 'Öffentliche Hälfte' : 'Verschlüsselte Sicherung'} des Signaturschlüssels herausgegeben, Fingerabdruck ${word(fingerprint)}`,
  'key.restored': ({ fingerprint, laboratory }) => `Signaturschlüssel von ${word(laboratory)} aus einer Sicherung wiederhergestellt, Fingerabdruck ${word(fingerprint)}`,
  'key.retired': details => reasoned(details['fingerprint'] === null ? 'Beschädigter Signaturschlüssel beiseitegelegt' : `Signaturschlüssel außer Dienst gestellt, Fingerabdruck ${word(details['fingerprint'])}`, details),
  'text.changed': ({ language, key, edited }) => `Text ${quoted(key)} der Berichte (${word(language)}) ${edited === null ? 'wieder wie geliefert' : `geändert in ${quoted(edited)}`}`,
  'audit.verified': ({ rows }) => `Protokoll geprüft: ${word(rows)} Zeilen`,
  'audit.failed': () => 'Protokoll geprüft und gebrochen gefunden',
  'audit.anchor-missed': () => 'Das Ende des Protokolls ist nicht das beim Schließen der Bibliothek notierte',
  'case.created': ({ number, purpose }) => `Fall ${word(number)} angelegt, Auftrag: ${word(purpose)}`,
  'case.updated': details => `Fall geändert: ${changed(details)}`,
  'case.closed': ({ number }) => `Fall ${word(number)} geschlossen`,
  'case.archived': ({ number }) => `Fall ${word(number)} archiviert`,
  'case.reopened': ({ number }) => `Fall ${word(number)} wieder geöffnet`,
  'case.begun': ({ purpose }) => `Nutzung begonnen, Zweck: ${word(purpose)}`,
  'case.ended': () => 'Nutzung beendet',
  'case.interrupted': () => 'Nutzung durch Absturz oder verlorene Verbindung beendet',
  'case.imported': ({ number, package: sha256 }) => `Fall ${word(number)} aus dem Paket mit SHA-256 ${word(sha256)} übernommen`,
  'report.created': details => `Entwurf ${report(details)} erstellt`,
  'report.signed': details => `Bericht ${report(details)} erstellt und signiert`,
  'report.delivered': ({ number, file, sha256 }) => `${word(file)} von ${word(number)} herausgegeben: SHA-256 ${word(sha256)}`,
  'report.changed': ({ number, file, found }) => `${word(file)} von ${word(number)} VERÄNDERT vorgefunden und nicht herausgegeben: ${word(found)}`,
  'claim.overridden': details => reasoned(`Stehen gelassen in ${known(details['report'])}, ${word(details['where'])}: ${quoted(details['sentence'])}`, details),
  'package.begun': ({ number }) => `Packen von Fall ${word(number)} begonnen`,
  'package.exported': ({ number, sha256 }) => `Fall ${word(number)} gepackt: SHA-256 ${word(sha256)}`,
  'package.failed': ({ number, code }) => `Packen von Fall ${word(number)} endete ohne Paket (${word(code)})`,
  'exhibit.imported': details => `${exhibit(details)} importiert`,
  'exhibit.analysed': details => `Gesichter gesucht in ${exhibit(details)}: ${details['state'] === 'failed' ? 'fehlgeschlagen' : `${word(details['faces'])} gefunden`}`,
  'exhibit.import-ended': ({ imported, duplicates, refused, cancelled }) =>
    `Import beendet: ${word(imported)} importiert, ${word(duplicates)} schon vorhanden, ${word(refused)} abgelehnt, ${word(cancelled)} nicht erreicht`,
  'exhibit.updated': details => `${exhibit(details)} geändert: ${changed(details)}`,
  'exhibit.removed': details => reasoned(`${exhibit(details)} entfernt`, details),
  'exhibit.restored': details => `${exhibit(details)} wiederhergestellt`,
  'evidence.verified': details => `Hash geprüft von ${exhibit(details)}`,
  'evidence.failed': details => `Hashprüfung FEHLGESCHLAGEN bei ${exhibit(details)}: ${word(details['found'])}`,
  'evidence.checked': ({ verified, failed }) => `Beweismittel geprüft: ${word(verified)} wie eingegangen, ${word(failed)} fehlgeschlagen`,
  'face.added': details => `${face(details)} von Hand gesetzt`,
  'face.corrected': details => `Punkte korrigiert: ${face(details)}`,
  'face.uncorrected': details => `Korrigierte Punkte zurückgenommen: ${face(details)}`,
  'face.marked': details => `${face(details)} bezeichnet: ${known(details['from'])} \u2192 ${known(details['to'])}`,
  'face.overridden': details => reasoned(`Trotzdem für verwendbar erklärt: ${face(details)}`, details),
  'audit.anchor-gone': ({ noted }) => `Das hinter Zeile ${word(noted)} notierte Ende des Protokolls fehlt oder ist unlesbar`,
  'records.verified': ({ checked, unbound }) => `Datensätze mit dem Protokoll verglichen: ${word(checked)} wie dort, ${word(unbound)} davon aus der Zeit, bevor es alles enthielt`,
  'records.failed': ({ checked, differences }) => `Datensätze mit dem Protokoll verglichen: ${Array.isArray(differences) ? differences.length : 'einige'} von ${word(checked)} sind NICHT wie dort`,
  'case.blind-first-on': details => reasoned(`Zuerst-blind eingeschaltet im Fall ${word(details['number'])}`, details),
  'case.blind-first-off': details => reasoned(`Zuerst-blind AUSGESCHALTET im Fall ${word(details['number'])}`, details),
  'comparison.locked': ({ number, version, report }) => `Vergleich ${word(number)}, Version ${word(version)}, gesperrt: signiert in Bericht ${word(report)}`,
  'comparison.amended': details => reasoned(`Vergleich ${word(details['number'])} ergänzt: Version ${word(details['version'])} eröffnet`, details),
  'report.exported': () => 'Berichtsentwurf per Befehl außerhalb der Bibliothek erstellt',
  'case.comparisons-delivered': () => 'Vergleiche als CSV ausgegeben',
  'opinion.begun': ({ comparison }) => `Zweite Beurteilung zu ${word(comparison)} begonnen`,
  'opinion.locked': ({ comparison, role, conclusion }) => `${role === 'first' ? 'Erste' : 'Zweite'} Beurteilung zu ${word(comparison)} festgeschrieben: ${known((conclusion as { level?: unknown } | undefined)?.level)}`,
  'opinion.withdrawn': details => reasoned(`Beurteilung zu ${word(details['comparison'])} zurückgezogen`, details),
  'face.override-withdrawn': details => `Verwendbarkeitserklärung ${details['because'] === undefined ? '' : 'vom Programm '}zurückgezogen: ${face(details)}${because(details)}`,
  'face.removed': details => `${face(details)} entfernt`,
  'comparison.created': ({ number }) => `Vergleich ${word(number)} angelegt`,
  'comparison.staged': ({ number, from, to }) => `Vergleich ${word(number)}: von ${word(from)} nach ${word(to)}`,
  'comparison.removed': details => reasoned(`Vergleich ${word(details['number'])} entfernt`, details),
  'comparison.restored': ({ number }) => `Vergleich ${word(number)} wiederhergestellt`,
  'comparison.run': ({ number, run, cosine, threshold }) => `Vergleich ${word(number)}, Lauf ${word(run)}: Score ${four(cosine)} beim Schwellenwert ${four(threshold)}`,
  'annotation.put': ({ comparison, annotation, kind }) => `Markierung ${word(annotation)} (${word(kind)}) in ${word(comparison)}`,
  'annotation.removed': ({ comparison, annotation }) => `Markierung ${word(annotation)} entfernt aus ${word(comparison)}`,
  'enhancement.set': ({ comparison }) => `Bildverbesserungsschritte gesetzt in ${word(comparison)}`,
  'checklist.set': ({ comparison, component }) => `Merkmalsliste von ${word(comparison)}: ${word(component)}`,
  'conclusion.saved': ({ comparison, version, level }) => `Schlussfolgerung zu ${word(comparison)}, Version ${word(version)}: ${level === null ? 'keine Stufe gewählt' : known(level)}`
}
