import type { ReportLanguage } from './claims'

/** The machine's sentences in one language; numbers come in as they are to be printed. */
export interface Wording {
  statement: (decision: 'match' | 'non-match', threshold: string) => string
  userThreshold: (threshold: string) => string
  calibrated: (by: { threshold: string; set: string; genuinePairs: number; impostorPairs: number; falseMatches: string; falseNonMatches: string }) => string
  /** Between the ends of an interval. */
  to: string
  inconclusive: (band: { from: string; to: string; rate: string; set: string }) => string
  always: readonly string[]
  undocumented: (clauses: string) => string
  points: Readonly<Record<'corrected' | 'hand' | 'none', string>>
  unsuitable: (name: string, reasons: string, override: string | null) => string
  small: (name: string, pixels: string, times: string) => string
  turned: (name: string, degrees: string) => string
  decoding: (name: string, warnings: string) => string
}

const en: Wording = {
  statement: (decision, threshold) => `The score ${decision === 'match' ? 'supports' : 'does not support'} the same-source proposition at threshold ${threshold}.`,
  userThreshold: threshold => `${threshold}, set by the user; no error rates are known for it.`,
  calibrated: ({ threshold, set, genuinePairs, impostorPairs, falseMatches, falseNonMatches }) =>
    `${threshold}. On ${set}, ${falseMatches} of ${impostorPairs} different-source pairs reached it and ${falseNonMatches} of ${genuinePairs} same-source pairs missed it. Other photos and people may give other rates.`,
  to: 'to',
  inconclusive: ({ from, to, rate, set }) => `The score lies in the inconclusive band, ${from} to ${to}: only beyond it did fewer than ${rate} % of the pairs of either kind err on ${set}. Do not lean on the decision.`,
  always: [
    'The score is a lead; a person concludes.',
    'The score is the cosine of two embeddings, from -1 to 1. It is neither a percentage nor a probability of identity.',
    'The maps show where the model\u2019s score is sensitive. They are neither proof nor cause, and colours compare within this comparison alone.'
  ],
  undocumented: clauses => `The model\u2019s makers do not document: ${clauses}.`,
  points: {
    corrected: 'was aligned by points that the examiner corrected; with the points as found the score may differ.',
    hand: 'was aligned by points that the examiner set by hand: no face was found there.',
    none: 'was given as an aligned crop: its source photo, pose and resolution are unknown here.'
  },
  unsuitable: (name, reasons, override) => `${name} is not suitable by its quality (${reasons}).${override === null ? '' : ` Compared all the same; the examiner\u2019s reason: ${override}`}`,
  small: (name, pixels, times) => `${name} is small: ${pixels} pixels between the eyes, enlarged ${times} times for the model.`,
  turned: (name, degrees) => `${name} is turned by about ${degrees} degrees (rough estimate).`,
  decoding: (name, warnings) => `Decoding ${name} gave warnings: ${warnings}.`
}

const de: Wording = {
  statement: (decision, threshold) => `Der Score st\u00fctzt die Hypothese derselben Herkunft beim Schwellenwert ${threshold}${decision === 'match' ? '' : ' nicht'}.`,
  userThreshold: threshold => `${threshold}, vom Anwender gesetzt; Fehlerraten daf\u00fcr sind nicht bekannt.`,
  calibrated: ({ threshold, set, genuinePairs, impostorPairs, falseMatches, falseNonMatches }) =>
    `${threshold}. Auf ${set} erreichten ihn ${falseMatches} von ${impostorPairs} Paaren verschiedener Herkunft und verfehlten ihn ${falseNonMatches} von ${genuinePairs} Paaren derselben Herkunft. Andere Fotos und Personen k\u00f6nnen andere Raten ergeben.`,
  to: 'bis',
  inconclusive: ({ from, to, rate, set }) => `Der Score liegt im unentschiedenen Bereich, ${from} bis ${to}: Erst au\u00dferhalb irrten auf ${set} weniger als ${rate} % der Paare beider Arten. Auf die Entscheidung ist kein Verlass.`,
  always: [
    'Der Score ist ein Hinweis; die Schlussfolgerung zieht ein Mensch.',
    'Der Score ist der Kosinus zweier Einbettungen, von -1 bis 1. Er ist weder ein Prozentwert noch eine Wahrscheinlichkeit der Identit\u00e4t.',
    'Die Karten zeigen, wo der Score des Modells empfindlich ist. Sie sind weder Beweis noch Ursache, und Farben sind nur innerhalb dieses Vergleichs vergleichbar.'
  ],
  undocumented: clauses => `Die Hersteller des Modells dokumentieren nicht: ${clauses}.`,
  points: {
    corrected: 'wurde anhand von Punkten ausgerichtet, die der Sachverst\u00e4ndige korrigiert hat; mit den gefundenen Punkten kann der Score abweichen.',
    hand: 'wurde anhand von Punkten ausgerichtet, die der Sachverst\u00e4ndige von Hand gesetzt hat: dort wurde kein Gesicht gefunden.',
    none: 'wurde als ausgerichteter Ausschnitt vorgelegt: Ausgangsfoto, Pose und Aufl\u00f6sung sind hier nicht bekannt.'
  },
  unsuitable: (name, reasons, override) => `${name} ist nach der Bildqualit\u00e4t nicht geeignet (${reasons}).${override === null ? '' : ` Dennoch verglichen; Begr\u00fcndung des Sachverst\u00e4ndigen: ${override}`}`,
  small: (name, pixels, times) => `${name} ist klein: ${pixels} Pixel zwischen den Augen, f\u00fcr das Modell ${times}-fach vergr\u00f6\u00dfert.`,
  turned: (name, degrees) => `${name} ist um etwa ${degrees} Grad gedreht (grobe Sch\u00e4tzung).`,
  decoding: (name, warnings) => `Beim Dekodieren von ${name} gab es Warnungen: ${warnings}.`
}

export const WORDING: Readonly<Record<ReportLanguage, Wording>> = { en, de }
