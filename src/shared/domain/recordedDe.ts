/**
 * What records hold in words of ours that are the same in every record, in German. A person's own words, and what other
 * programs said, are not in here: a report prints those as they are.
 */
const GERMAN: Readonly<Record<string, string>> = {
  // How xSSAB's maps were made.
  'exact': 'exakt (float64)',
  'fast': 'schnell (float32)',
  'mean of absolute gradients over the colour channels': 'Mittel der Beträge der Gradienten über die Farbkanäle',
  'positive - negative': 'positiv - negativ',
  'reflect-101': 'gespiegelt (reflect-101)',
  // The default model and its card; of the card without the capital and the full stop, as a record's limit holds it.
  'MobileFaceNet, 512 values': 'MobileFaceNet, 512 Werte',
  'LFW, folds 1-5': 'LFW, Teilmengen 1-5',
  'the photos it was trained on': 'die Fotos, mit denen es trainiert wurde',
  'its error rates for groups of people (age, sex, skin tone)': 'seine Fehlerraten nach Personengruppen (Alter, Geschlecht, Hautton)',
  'what it was trained on, how it errs, and at which threshold': 'womit es trainiert wurde, wie oft es irrt und bei welchem Schwellenwert',
  // The scale of conclusions as delivered. A laboratory's own levels are its own words.
  'The findings strongly support different sources': 'Die Befunde stützen die Hypothese verschiedener Herkunft stark',
  'The findings moderately support different sources': 'Die Befunde stützen die Hypothese verschiedener Herkunft mäßig',
  'The findings give limited support to different sources': 'Die Befunde stützen die Hypothese verschiedener Herkunft begrenzt',
  'The findings are inconclusive': 'Die Befunde sind unentschieden',
  'The findings give limited support to the same source': 'Die Befunde stützen die Hypothese derselben Herkunft begrenzt',
  'The findings moderately support the same source': 'Die Befunde stützen die Hypothese derselben Herkunft mäßig',
  'The findings strongly support the same source': 'Die Befunde stützen die Hypothese derselben Herkunft stark',
  // Why a library was read alone.
  'its disk is read-only': 'ihr Datenträger ist schreibgeschützt',
  'this user may not write in its folder': 'dieser Benutzer darf in ihrem Ordner nicht schreiben',
  'it was not closed properly, so a copy of its database is read': 'sie wurde nicht ordentlich geschlossen, deshalb wird eine Kopie ihrer Datenbank gelesen',
  'it is of an older Vidimus, so a copy of its database in the newer form is read': 'sie stammt von einem älteren Vidimus, deshalb wird eine Kopie ihrer Datenbank in der neueren Form gelesen',
  // In the log.
  'unmarked': 'unbezeichnet',
  'a draft by command': 'einem Entwurf per Befehl',
  'its details are not the JSON that was written': 'ihre Einzelheiten sind nicht das JSON, das geschrieben wurde'
}

/** The same with numbers and hashes in it: what is wrong with a log. */
const WITH_VALUES: readonly (readonly [RegExp, string])[] = [
  [/^row (\d+) is missing: row (\d+) follows row (\d+)$/, 'Zeile $1 fehlt: Auf Zeile $3 folgt Zeile $2'],
  [/^row (\d+) stands behind row (\d+)$/, 'Zeile $1 steht hinter Zeile $2'],
  [/^it names (\w+) as the hash of the row before, which is (\w+)$/, 'sie nennt $1 als Hash der vorigen Zeile, und der ist $2'],
  [/^its hash is (\w+), and (\w+) by its content$/, 'ihr Hash ist $1, und nach ihrem Inhalt $2'],
  [
    /^its hash is (\w+), and (\w+) was noted when the library was closed or verified: this row or one before it was changed and the hashes made anew$/,
    'ihr Hash ist $1, und notiert wurde beim Schließen oder Prüfen der Bibliothek $2: Diese Zeile oder eine davor wurde geändert, und die Hashes wurden neu gebildet'
  ],
  [
    /^the log ends at row (\d+), and row (\d+) was noted when the library was closed or verified: rows from (\d+) on were taken out, or an older copy of the database was put back$/,
    'das Protokoll endet mit Zeile $1, und notiert wurde beim Schließen oder Prüfen der Bibliothek Zeile $2: Zeilen ab $3 wurden entfernt, oder eine ältere Kopie der Datenbank wurde zurückgelegt'
  ]
]

/** A recorded text in German where it is one of ours; any other as it is. */
export function recordedInGerman(text: string): string {
  if (Object.hasOwn(GERMAN, text)) return GERMAN[text]!
  const [pattern, german] = WITH_VALUES.find(([pattern]) => pattern.test(text)) ?? []
  return pattern === undefined ? text : text.replace(pattern, german!)
}
