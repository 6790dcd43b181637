import { expect, test } from 'vitest'
import { auditSentence, englishSentences } from '../../../src/shared/domain/auditWords'
import { germanSentences } from '../../../src/shared/domain/auditWordsDe'
import { SettingsPatch } from '../../../src/shared/domain/settings'

test.each([
  ['case.created', { number: '2025-7', purpose: 'Request of the court' }, 'Case 2025-7 created, for: Request of the court'],
  ['case.updated', { number: '2025-7', from: { title: 'a', notes: '' }, to: { title: 'b', notes: 'c' } }, 'Case changed: title, notes'],
  ['exhibit.removed', { number: 'E-3', name: 'a.jpg', reason: 'Wrong case' }, 'Removed exhibit E-3 “a.jpg”. Reason: Wrong case'],
  ['face.marked', { exhibit: 'E-3', name: 'a.jpg', face: 0, from: 'unmarked', to: 'Q-1' }, 'Marked face 1 of E-3: unmarked → Q-1'],
  ['comparison.run', { number: 'C-1', run: 2, cosine: 0.51234, threshold: 0.2412 }, 'Comparison C-1, run 2: score 0.5123 at threshold 0.2412'],
  ['report.signed', { number: 'R-2', comparisons: [{ number: 'C-1', version: 1 }, { number: 'C-3', version: 2 }] }, 'Report R-2 of C-1, C-3 made and signed'],
  ['claim.overridden', { report: 'R-2', where: 'Notes on E-1', sentence: 'A match.', reason: 'Quoted' }, 'Let stand in R-2, Notes on E-1: “A match.”. Reason: Quoted'],
  ['conclusion.saved', { comparison: 'C-1', version: 1, level: null }, 'Conclusion of C-1, version 1: no level chosen']
])('%s reads as a sentence', (action, details, sentence) => expect(auditSentence({ action, details })).toBe(sentence))

test('every action has a German sentence of its own', () => {
  expect(Object.keys(germanSentences).toSorted()).toEqual(Object.keys(englishSentences).toSorted())
  const same = Object.keys(englishSentences).filter(action => auditSentence({ action, details: {} }, 'de') === auditSentence({ action, details: {} }))
  expect(same).toEqual([])
})

test.each([
  ['face.marked', { exhibit: 'E-3', face: 0, from: 'unmarked', to: 'Q-1' }, 'Gesicht 1 von E-3 bezeichnet: unbezeichnet → Q-1'],
  ['face.override-withdrawn', { exhibit: 'E-3', face: 0, because: 'points' }, 'Verwendbarkeitserklärung vom Programm zurückgezogen: Gesicht 1 von E-3; seine Punkte sind jetzt andere'],
  ['claim.overridden', { report: 'a draft by command', where: 'Notizen zu E-1', sentence: 'Treffer.', reason: 'Zitat' }, 'Stehen gelassen in einem Entwurf per Befehl, Notizen zu E-1: „Treffer.“. Grund: Zitat'],
  ['conclusion.saved', { comparison: 'C-1', version: 1, level: 'The findings are inconclusive' }, 'Schlussfolgerung zu C-1, Version 1: Die Befunde sind unentschieden'],
  ['conclusion.saved', { comparison: 'C-1', version: 1, level: 'A level of the laboratory' }, 'Schlussfolgerung zu C-1, Version 1: A level of the laboratory'],
  ['settings.changed', { to: { laboratory: 'x', scale: [] } }, 'Einstellungen geändert: Labor, Skala der Schlussfolgerungen']
])('%s in German', (action, details, sentence) => expect(auditSentence({ action, details }, 'de')).toBe(sentence))

test('every setting that can change has a German name', () => {
  const to = Object.fromEntries(Object.keys(SettingsPatch.shape).map(name => [name, '']))
  const names = auditSentence({ action: 'settings.changed', details: { to } }, 'de').split(': ')[1]!.split(', ')
  expect(names.filter(name => name in to)).toEqual([])
})

test('an action that is not known is named as it is stored', () => expect(auditSentence({ action: 'toString', details: {} })).toBe('toString'))
