import { expect, test } from 'vitest'
import { reportRows, reportText } from '../../../../../src/renderer/src/features/case/import/reportRows'
import type { ImportOutcome } from '../../../../../src/renderer/src/features/case/import/runImport'

const id = '11111111-1111-4111-8111-111111111111'
const at = '2025-03-01T10:00:00.000Z'
const outcome: ImportOutcome = {
  imported: [
    { id, number: 1, name: 'good.jpg', faces: 2, analysis: { state: 'done', at } },
    { id, number: 2, name: 'wall.jpg', faces: 0, analysis: { state: 'none', at, message: 'No face was found in this photo.' } }
  ],
  duplicates: [{ name: 'again.jpg', of: id, number: 1 }],
  refused: [{ name: 'notes\ttwo.txt', code: 'photo.unknown', message: 'This is not a photo:\nit is text.' }],
  cancelled: 0,
  stopped: null
}

test('every file has one row, those that want attention first', () => {
  expect(reportRows(outcome).map(({ kind, name }) => [kind, name])).toEqual([
    ['refused', 'notes\ttwo.txt'],
    ['no face', 'wall.jpg'],
    ['duplicate', 'again.jpg'],
    ['imported', 'good.jpg']
  ])
})

test('a photo whose faces were not looked for does not read as one without', () => {
  const rows = reportRows({ ...outcome, imported: [{ id, number: 3, name: 'late.jpg', faces: 0, analysis: { state: 'pending' } }] })
  expect(rows.find(({ name }) => name === 'late.jpg')?.outcome).toMatch(/ended before faces were looked for/)
})

test('the copied report is a table, whatever names and reasons hold', () => {
  const lines = reportText(reportRows(outcome)).split('\n')
  expect(lines).toHaveLength(5)
  for (const line of lines) expect(line.split('\t')).toHaveLength(3)
  expect(lines[1]).toBe('refused\tnotes two.txt\tThis is not a photo: it is text. (photo.unknown)')
})
