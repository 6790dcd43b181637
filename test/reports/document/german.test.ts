import { expect, test } from 'vitest'
import type { AuditRow } from '../../../src/shared/domain/audit'
import type { Report } from '../../../src/shared/domain/report'
import { REGIONS } from '../../../src/shared/domain/regions'
import { Settings } from '../../../src/shared/domain/settings'
import { composeDocument } from '../../../src/main/reports/document/compose'
import { reportTexts } from '../../../src/main/reports/texts/texts'
import { pairReport } from '../../../src/main/services/reports/pairReport'
import { face, record } from '../../cases/support'
import { sampleReport, sha } from './sample'

/** Every string of a report as it is set. */
const textOf = (report: Report): string => JSON.stringify(composeDocument(report, reportTexts(report.language), new Set()))

/** A report without any words of people, but for names. */
function reportOfPair(aligned: boolean): Report {
  const known = record()
  const limits = [...known.wording.limits, 'The model\u2019s makers do not document: the photos it was trained on; its error rates for groups of people (age, sex, skin tone).']
  const origin = { ...(known.thresholdOrigin as { kind: 'calibrated' } & typeof known.thresholdOrigin), set: 'LFW, folds 1-5' }
  const bare = { points: null, alignment: null, face: null, box: null, interEyePixels: null, pointsFrom: 'none' as const, quality: null }
  const run = { ...known, thresholdOrigin: origin, model: { ...known.model, name: 'MobileFaceNet, 512 values' }, wording: { ...known.wording, limits }, ...(aligned && { a: { ...known.a, ...bare }, b: { ...known.b, ...bare } }) }
  const region = REGIONS.map(region => ({ region, similar: 1, dissimilar: 1, combined: 0, share: 0.125, area: 0.125 }))
  const side = (path: string) => ({ path, modified: '2024-05-03T00:00:00.000Z', face: aligned ? null : face(0) })
  return pairReport({
    record: run, a: side('a.jpg'), b: side('b.jpg'), maps: { sha256: sha(1), asRecorded: true, regions: { a: region, b: region }, arguments: [0.1, -0.1] },
    language: 'de', by: 'A', laboratory: '', versions: {}, texts: reportTexts('de')
  })
}

const ENGLISH = /\b(the|of|and|is|are|not|with|to|for|by|it|its|which|from|face|crop|aligned|values?|mean|gradients|exact|folds|supports?|pairs?)\b/gi

test.each([false, true])('nothing that the program itself says is English in a German report; of aligned crops: %s', aligned => {
  const text = textOf(reportOfPair(aligned))
  const title = text.match(/Vergleich C-1: [^"]*/)![0]
  expect(title).toBe(aligned ? 'Vergleich C-1: Gesichtsausschnitt mit Gesichtsausschnitt' : 'Vergleich C-1: Gesicht 1 von E-1 mit Gesicht 1 von E-2')
  for (const words of ['exakt (float64)', 'LFW, Teilmengen 1-5', 'MobileFaceNet, 512 Werte', 'die Fotos, mit denen es trainiert wurde']) expect(text).toContain(words)
  // Keys of the typesetter's data, and file names.
  const said = text.replaceAll(/"[a-zA-Z]+":/g, '').replaceAll(/"(face|of)"/g, '')
  expect(said.match(ENGLISH)).toBeNull()
})

test('a face without a mark is named with its exhibit once', () => {
  expect(textOf(reportOfPair(false))).toContain('"A: Gesicht 1 aus E-1"')
  expect(textOf({ ...sampleReport(), language: 'en' })).toContain('"A: Q-1 of E-1"')
})

const row = (action: string, details: AuditRow['details']): AuditRow => ({ sequence: 1, at: '2025-03-04T05:06:07.000Z', who: 'A', where: 'anna@desk, process 12', action, case: null, object: null, details, previous: sha(1), hash: sha(2) })

test('the log names stages, kinds, components and levels as the rest of a German report does', () => {
  const rows = [
    row('comparison.staged', { number: 'C-1', from: 'analysis', to: 'evaluation' }), row('annotation.put', { comparison: 'C-1', annotation: 3, kind: 'arrow' }), row('checklist.set', { comparison: 'C-1', component: 'chin and jaw' }),
    row('checklist.set', { comparison: 'C-1', component: 'of another version' }), row('conclusion.saved', { comparison: 'C-1', version: 1, level: Settings.parse({}).scale[6] })
  ]
  const text = textOf(sampleReport({ language: 'de', audit: { rows, verdict: { ok: false, rows: 9, head: sha(9), broken: { sequence: 4, reason: 'row 4 is missing: row 5 follows row 3' } } } }))
  for (const sentence of [
    'anna@desk, Prozess 12', 'Vergleich C-1: von Analyse nach Bewertung', 'Markierung 3 (Pfeil) in C-1', 'Merkmalsliste von C-1: Kinn und Kiefer', 'Merkmalsliste von C-1: of another version',
    'Schlussfolgerung zu C-1, Version 1: Die Befunde stützen die Hypothese derselben Herkunft stark', 'DAS PROTOKOLL IST GEBROCHEN in Zeile 4: Zeile 4 fehlt: Auf Zeile 3 folgt Zeile 5'
  ]) expect(text).toContain(sentence)
  expect(textOf(sampleReport({ audit: { rows, verdict: { ok: true, rows: 9, head: sha(9), broken: null } } }))).toContain('Comparison C-1: from analysis to evaluation')
})

test('levels of the delivered scale are German, a laboratory\u2019s own are as they are', () => {
  const [delivered, own] = ['The findings are inconclusive', 'A level of the laboratory']
  const { comparisons: [it, ...rest], ...report } = sampleReport({ language: 'de' })
  const conclusions = it!.conclusions.map(conclusion => ({ ...conclusion, level: delivered, scale: [delivered, own] }))
  const text = textOf({ ...report, comparisons: [{ ...it!, conclusions, opinions: [] }, ...rest] })
  expect(text).not.toContain(delivered)
  for (const words of ['"Die Befunde sind unentschieden"', '1. Die Befunde sind unentschieden (gewählt)', `2. ${own}`]) expect(text).toContain(words)
})
