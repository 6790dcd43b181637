import { describe, expect, test } from 'vitest'
import { csvOf } from '../../src/main/reports/csv'

const body = (cell: string | number | null): string => csvOf(['name'], [[cell]]).slice('\ufeff"name"\r\n'.length, -2)

describe('CSV', () => {
  test('has a byte order mark, named columns, CR LF, quoted words and plain numbers', () => {
    expect(csvOf(['name', 'score', 'nothing'], [['Ma"x, Müller\n张', -0.25, null]])).toBe('\ufeff"name","score","nothing"\r\n"Ma""x, Müller\n张",-0.25,\r\n')
  })

  test.each([
    ["=cmd|'/c calc'!A1", "\"'=cmd|'/c calc'!A1\""],
    ['+1', '"\'+1"'],
    ['-1+2', '"\'-1+2"'],
    ['@x', '"\'@x"'],
    ['\t=1', '"\'\t\'=1"'],
    ['\r=1', '"\'\r\'=1"'],
    ['\n=1', '" =1"'],
    ['＝1', '"\'＝1"'],
    ['a;=1', '"a;\'=1"'],
    ['a\n@x', '"a\n\'@x"'],
    ['=HYPERLINK("http://x")', '"\'=HYPERLINK(""http://x"")"'],
    ['a-b; c', '"a-b; c"']
  ])('%j can start no formula', (words, cell) => expect(body(words)).toBe(cell))

  test('a negative number is a number, and all its digits stay', () => {
    expect(body(-0.1234567890123456)).toBe('-0.1234567890123456')
    expect(body(1e-7)).toBe('1e-7')
  })
})
