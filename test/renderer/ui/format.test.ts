import { expect, test } from 'vitest'
import { bytes, count, dateTime, score } from '../../../src/renderer/src/ui/format'
import { fromLocal, toLocal } from '../../../src/renderer/src/ui/localTime'

test.each([
  [999, '999 bytes'],
  [144_516, '144.5 kB'],
  [5_000_000, '5.0 MB'],
  [2_340_000_000, '2.3 GB']
])('%d bytes', (size, text) => expect(bytes(size)).toBe(text))

test('counts and scores', () => {
  expect(count(1, 'case')).toBe('1 case')
  expect(count(10_000, 'case')).toBe('10,000 cases')
  expect(score(-0.00004)).toBe('-0.0000')
  expect(score(0.5)).toBe('0.5000')
})

test('a moment is written in UTC, whatever zone it came in', () => {
  expect(dateTime('2025-03-01T10:05:59.999Z')).toBe('2025-03-01 10:05 UTC')
  expect(dateTime('2025-03-01T00:05:00+02:00')).toBe('2025-02-28 22:05 UTC')
})

test('a moment goes into a field and comes back, to the minute', () => {
  const iso = '2025-03-01T10:05:00.000Z'
  expect(fromLocal(toLocal(iso))).toBe(iso)
  expect(fromLocal('')).toBeNull()
  expect(fromLocal('2025-13-45T99:99')).toBeNull()
})
