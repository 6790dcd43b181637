import { describe, expect, test } from 'vitest'
import { safeFileName } from '../../src/main/files/safeFileName'

describe('a safe file name', () => {
  test.each([
    ['2026-17 Müller ./. Βασιλεύς 张伟.pdf', '2026-17 Müller .-. Βασιλεύς 张伟.pdf'],
    ['../../etc/passwd', '-..-etc-passwd'],
    ['C:\\Windows\\x.csv', 'C--Windows-x.csv'],
    ['a\r\nSet-Cookie: x.csv', 'a--Set-Cookie- x.csv'],
    ['report\u202Efdp.exe', 'reportfdp.exe'],
    ['half \ud83d.csv', 'half-.csv'],
    ['.bashrc', 'vidimus.bashrc'],
    ['NUL', '-'],
    ['', 'vidimus'],
    ['...', '-']
  ])('%j is %j', (name, safe) => expect(safeFileName(name)).toBe(safe))

  test('a long one is cut between characters and keeps its extension', () => {
    const safe = safeFileName(`${'张'.repeat(300)}.vidimus`)
    expect(safe).toBe(`${'张'.repeat(40)}.vidimus`)
    expect(safeFileName(`${'x'.repeat(300)}.pdf`)).toHaveLength(124)
  })
})
