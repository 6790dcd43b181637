import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { coverageOf, covers } from '../../../src/main/reports/document/cmap'
import { fontsFor } from '../../../src/main/reports/document/fonts'
import { readable } from '../../../src/main/reports/document/readable'
import { renderReport } from '../../../src/main/reports/document/render'
import { reportTexts } from '../../../src/main/reports/texts/texts'
import { sampleReport } from './sample'

const latin = (codes: readonly number[]): boolean => codes.every(code => code < 0x250 || code === 0x301)

test.each([
  ['plain #*_$ text', 'plain #*_$ text'],
  ['a\u0301 and \u00e1', 'a\u0301 and \u00e1'],
  ['a\u0323', 'a[U+0323]'],
  ['\u0301', '[U+0301]'],
  ['\u{1f600}', '[U+1F600]'],
  ['\u{1f468}\u200d\u{1f469}', '[U+1F468][U+200D][U+1F469]'],
  ['ab\u202ecd', 'ab[U+202E]cd'],
  ['\ud800', '[U+D800]'],
  ['\u00ad\ufeff\u0000\ue000', '[U+00AD][U+FEFF][U+0000][U+E000]'],
  ['\u0e44', '[U+0E44]'],
  ['one\r\ntwo\u2028three\tfour', 'one\ntwo\nthree    four']
])('%j reads %j', (text, wanted) => expect(readable(text, latin)).toBe(wanted))

test('fonts are taken by need, the large ones never without', async () => {
  expect((await fontsFor('Müller Жанна Ωμέγα')).names).toEqual(['Noto Sans'])
  expect((await fontsFor('محمد')).names).toEqual(['Noto Sans', 'Noto Naskh Arabic'])
  expect((await fontsFor('שלום 李 한 \u{1f600}')).names).toEqual(['Noto Sans', 'Noto Sans Hebrew', 'Noto Sans S Chinese', 'Noto Sans Korean'])
})

test('coverage is what the character map says', async () => {
  const { blobs, shows } = await fontsFor('A')
  const coverage = coverageOf(blobs[0]!)
  for (const letter of 'Aß€Жω') expect(covers(coverage, letter.codePointAt(0)!), letter).toBe(true)
  for (const letter of '李م\u{1f600}\u0001') expect(covers(coverage, letter.codePointAt(0)!), letter).toBe(false)
  expect([shows([0x41, 0x301]), shows([0x41, 0x674e])]).toEqual([true, false])
})

/** mulberry32 */
function randoms(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

const MARKS = [0x301, 0x323, 0x64b, 0x651, 0x5b0, 0x200d, 0x200c, 0xfe0f, 0x3099, 0x20dd, 0x0e31, 0x93f, 0xad, 0x2060, 0x61c]
const RANGES = [[0, 0x600], [0x590, 0x300], [0, 0x3000], [0x3000, 0xd000], [0, 0x110000], [0x1f300, 0x400]] as const

function anyText(next: (below: number) => number): string {
  return Array.from({ length: 3000 }, () => {
    const [from, count] = RANGES[next(RANGES.length)]!
    const mark = next(3) === 0 ? String.fromCodePoint(MARKS[next(MARKS.length)]!) : ''
    return `${String.fromCodePoint(from + next(count))}${mark}${next(9) === 0 ? ' ' : ''}`
  }).join('')
}

test.each([1, 2, 3, 4])('any text at all makes a PDF: %i', async seed => {
  const pictures = mkdtempSync(join(tmpdir(), 'vidimus-any-'))
  onTestFinished(() => rmSync(pictures, { recursive: true }))
  const text = anyText(randoms(seed))
  const report = sampleReport({ comparisons: [], limits: [text], case: { ...sampleReport().case!, title: text.slice(0, 200), number: text.slice(200, 260), notes: text } })
  expect((await renderReport({ report, pictures, texts: reportTexts('en') })).pages).toBeGreaterThan(3)
})
