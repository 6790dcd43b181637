import { describe, expect, test } from 'vitest'
import { comparisonsText, purposeOf } from '../../../../src/renderer/src/features/report/reportWords'

describe('the comparisons of a report in words', () => {
  const of = (...pairs: [number, number][]): string => comparisonsText(pairs.map(([number, version]) => ({ number, version })))

  test('neighbours are drawn together, in the order of their numbers', () => {
    expect(of([3, 1], [1, 1], [2, 1], [7, 1])).toBe('C-1 to C-3 (version 1), C-7 (version 1)')
  })

  test('another version is named apart', () => {
    expect(of([1, 1], [2, 2], [3, 2])).toBe('C-1 (version 1), C-2 to C-3 (version 2)')
  })

  test('none gives nothing', () => expect(of()).toBe(''))
})

test('every file says what it is for', () => {
  expect(purposeOf('R-1.pdf')).toMatch(/people/)
  expect(purposeOf('report.json')).toMatch(/replay/)
  expect(purposeOf('report.signature.json')).toMatch(/signature/)
  expect(purposeOf('report.sha256')).toMatch(/hashes/)
})
