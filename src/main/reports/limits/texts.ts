import type { ReportLanguage } from '../../../shared/domain/claims'

/** What a report says it can't say. Braces hold what the data fill in. */
const en = {
  noRun: 'The model was not run: there is no score, no decision and no map.',
  withheld: 'Score, decision, maps and others\u2019 findings are withheld from the examiner who made this report: {reason}',
  runs: 'The model was run {count} times over this pair, with scores from {least} to {most}. The report is about the last run; all are listed.',
  pointsSince: 'The points of {side} were changed since the run: score, decision and maps are of the points as they were then.',
  stepsSince: 'The enhancement was changed since the run: the score of the enhanced copies is of the steps as they were then.',
  otherModel: 'The score is of the model {model} ({sha256}), which is not the one set in the program now.',
  noMaps: 'The maps could not be computed again for this report: {reason} Regions, histogram and pictures of them are missing; the score is the recorded one.',
  mapsDiffer: 'The maps computed again for this report have another hash ({now}) than those of the run ({then}); another processor or graphics card rounds otherwise in the last digits. The recorded score is {recorded}, the score now {again}.',
  ownThreshold: 'The threshold was set by the user: no error rates are known for the decision.',
  checklist: 'The checklist is not complete: {done} of {all} components were assessed.',
  noConclusion: 'No conclusion of the examiner is recorded.',
  unverified: 'Not verified: no second named examiner has formed an independent opinion.',
  opinionsDiffer: 'The independent opinions chose different levels of the scale; each is printed with its reasons.',
  withdrawn: 'An opinion was begun and withdrawn ({by}: {reason}).',
  beforeBlind: 'The case is examined blind first, and no first opinion was locked for this comparison before its score was seen.',
  provenance: '{exhibit}: where it came from is not recorded ({missing}).',
  failedBefore: '{exhibit} failed a verification of its bytes earlier ({at}); they are as they came in now.',
  logBroken: 'The audit log does not fit together from row {row} on: {reason}',
  importedAltered: 'Log {log} of those that the case came in with is not the one that the import put on record: it was changed in this library since.',
  part: 'This report holds {count} of the {all} comparisons of the case.',
  noLaboratory: 'No laboratory is named in the settings.',
  copied: 'The library was read in a state of its own: {reason}.',
  noCase: 'Made from two files outside a case: there is no custody record, no audit log and no checklist, and the files\u2019 origin is not known here.',
  rowsWithheld: '{count} rows of the log are left out: they say what is withheld from the examiner who made this report.',
  missingSource: 'source', missingFrom: 'received from', missingAt: 'received at'
}

export type LimitKey = keyof typeof en

const de: Record<LimitKey, string> = {
  noRun: 'Das Modell wurde nicht angewandt: Es gibt keinen Score, keine Entscheidung und keine Karte.',
  withheld: 'Score, Entscheidung, Karten und Befunde anderer sind der Person, die diesen Bericht erstellt hat, vorenthalten: {reason}',
  runs: 'Das Modell wurde {count}-mal auf dieses Paar angewandt, mit Scores von {least} bis {most}. Der Bericht handelt vom letzten Lauf; alle sind aufgef\u00fchrt.',
  pointsSince: 'Die Punkte von {side} wurden nach dem Lauf ge\u00e4ndert: Score, Entscheidung und Karten gelten f\u00fcr die Punkte von damals.',
  stepsSince: 'Die Bildverbesserung wurde nach dem Lauf ge\u00e4ndert: Der Score der verbesserten Kopien gilt f\u00fcr die Schritte von damals.',
  otherModel: 'Der Score stammt vom Modell {model} ({sha256}), das jetzt nicht im Programm eingestellt ist.',
  noMaps: 'Die Karten konnten f\u00fcr diesen Bericht nicht erneut berechnet werden: {reason} Bereiche, Histogramm und Abbildungen fehlen; der Score ist der aufgezeichnete.',
  mapsDiffer: 'Die f\u00fcr diesen Bericht erneut berechneten Karten haben einen anderen Hash ({now}) als die des Laufs ({then}); ein anderer Prozessor oder eine andere Grafikkarte rundet in den letzten Stellen anders. Aufgezeichneter Score {recorded}, jetzt {again}.',
  ownThreshold: 'Die Schwelle wurde von Hand gesetzt: F\u00fcr die Entscheidung sind keine Fehlerraten bekannt.',
  checklist: 'Die Merkmalsliste ist nicht vollst\u00e4ndig: {done} von {all} Merkmalen wurden beurteilt.',
  noConclusion: 'Es ist keine Schlussfolgerung der untersuchenden Person aufgezeichnet.',
  unverified: 'Nicht verifiziert: Keine zweite namentlich genannte Person hat eine unabh\u00e4ngige Beurteilung vorgenommen.',
  opinionsDiffer: 'Die unabh\u00e4ngigen Beurteilungen w\u00e4hlten verschiedene Stufen der Skala; jede ist mit ihren Gr\u00fcnden abgedruckt.',
  withdrawn: 'Eine Beurteilung wurde begonnen und zur\u00fcckgezogen ({by}: {reason}).',
  beforeBlind: 'Der Fall wird zuerst blind untersucht, und f\u00fcr diesen Vergleich wurde keine erste Beurteilung festgeschrieben, bevor sein Score zu sehen war.',
  provenance: '{exhibit}: Die Herkunft ist nicht vollst\u00e4ndig aufgezeichnet ({missing}).',
  failedBefore: '{exhibit} bestand eine fr\u00fchere Pr\u00fcfung seiner Bytes nicht ({at}); jetzt sind sie wie beim Eingang.',
  logBroken: 'Das Protokoll ist ab Zeile {row} nicht schl\u00fcssig: {reason}',
  importedAltered: 'Protokoll {log} von denen, mit denen der Fall hereinkam, ist nicht das beim Import verzeichnete: Es wurde seither in dieser Bibliothek ge\u00e4ndert.',
  part: 'Dieser Bericht enth\u00e4lt {count} der {all} Vergleiche des Falls.',
  noLaboratory: 'In den Einstellungen ist kein Labor genannt.',
  copied: 'Die Bibliothek wurde in einem eigenen Zustand gelesen: {reason}.',
  noCase: 'Aus zwei Dateien au\u00dferhalb eines Falls erstellt: Es gibt keinen Nachweis der Verwahrung, kein Protokoll und keine Merkmalsliste, und die Herkunft der Dateien ist hier nicht bekannt.',
  rowsWithheld: '{count} Zeilen des Protokolls sind ausgelassen: Sie sagen, was der Person, die diesen Bericht erstellt hat, vorenthalten ist.',
  missingSource: 'Quelle', missingFrom: 'erhalten von', missingAt: 'erhalten am'
}

const LIMITS: Readonly<Record<ReportLanguage, Readonly<Record<LimitKey, string>>>> = { en, de }

export type LimitValues = Readonly<Record<string, string | number>>

/** A limit in words. A value that holds braces itself stays as it is. */
export const limitText = (language: ReportLanguage, key: LimitKey, values: LimitValues = {}): string =>
  LIMITS[language][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
