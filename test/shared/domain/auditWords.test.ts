import { expect, test } from 'vitest'
import { auditSentence } from '../../../src/shared/domain/auditWords'

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

test('an action that is not known is named as it is stored', () => expect(auditSentence({ action: 'toString', details: {} })).toBe('toString'))
