import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Report } from '../../../src/shared/domain/report'
import { renderReport } from '../../../src/main/reports/document/render'
import { reportTexts } from '../../../src/main/reports/texts/texts'
import { drawPages, flatText, fontsOf, infoOf, noPoppler, structureOf, textOf } from '../../support/poppler'
import { comparison, exhibit, sampleReport, sha } from './sample'
import { writePictures } from './samplePictures'

const folder = mkdtempSync(join(tmpdir(), 'vidimus-document-'))
const pictures = mkdtempSync(join(tmpdir(), 'vidimus-document-pictures-'))

beforeAll(() => writePictures(sampleReport(), pictures))
afterAll(() => [folder, pictures].forEach(it => rmSync(it, { recursive: true })))

/** Sets a report and keeps its PDF; the report passes its own schema first. */
async function set(name: string, changes: Partial<Report> = {}): Promise<{ file: string; pdf: Buffer; pages: number }> {
  const report = Report.parse(sampleReport(changes))
  const { pdf, pages } = await renderReport({ report, pictures, texts: reportTexts(report.language) })
  const file = join(folder, `${name}.pdf`)
  writeFileSync(file, pdf)
  return { file, pdf, pages }
}

const SIGNING = { signer: 'A. Examiner', laboratory: 'Forensic Laboratory North', fingerprint: sha(0xab), at: '2025-03-05T10:11:12.000Z' }

test('the same report gives the same bytes, as PDF/A-2a', async () => {
  const first = await set('first')
  const second = await set('second')
  expect(second.pdf.equals(first.pdf)).toBe(true)
  expect(first.pdf.subarray(0, 8).toString()).toBe('%PDF-1.7')
  expect(first.pdf.includes('pdfaid:part')).toBe(true)
  expect(first.pdf.toString('latin1')).toMatch(/pdfaid:part>2<[\s\S]*pdfaid:conformance>A</)
})

test('a report whose pictures are missing says so in their place', async () => {
  const { pages } = await renderReport({ report: Report.parse(sampleReport()), pictures: folder, texts: reportTexts('en') })
  expect(pages).toBeGreaterThan(8)
})

describe.skipIf(noPoppler !== null)(`the PDF, opened${noPoppler === null ? '' : ` (skipped: ${noPoppler})`}`, () => {
  test('made again of the same state, a report differs in its declared times alone', async () => {
    const first = await set('made-first')
    const again = await set('made-again', { created: '2025-03-05T10:11:13.000Z' })
    expect(again.pdf.equals(first.pdf)).toBe(false)
    expect(again.pages).toBe(first.pages)
    const timeless = (file: string): string => flatText(file).replaceAll(/2025-03-05 10:11:1\d UTC/g, 'TIME')
    expect(timeless(again.file)).toBe(timeless(first.file))
    expect(timeless(first.file).split('TIME')).toHaveLength(2)
    // All pages but the first, which prints the time, are the same picture.
    drawPages(first.file, join(folder, 'made-first'), DPI)
    drawPages(again.file, join(folder, 'made-again'), DPI)
    const differ = Array.from({ length: first.pages }, (_, i) => i + 1).filter(page => !readFileSync(picture('made-first', page, first.pages)).equals(readFileSync(picture('made-again', page, first.pages))))
    expect(differ).toEqual([1])
  })

  test('facts of the data stand in the text', async () => {
    const { file, pages } = await set('facts')
    const text = flatText(file)
    const { cosine, threshold, record } = sampleReport().comparisons[0]!.run!
    for (const fact of [
      'Case 2025-17', 'Theft at the north entrance', 'Do the two photos show one person?', 'B. Second', 'Forensic Laboratory North', 'E-1: photo-1.jpg', '/evidence/in/photo-1.jpg', 'PC Miller', 'Camera 3, north entrance',
      cosine.toFixed(4), threshold.toFixed(4), record.distance.toFixed(4), '1.4 % (95 % interval 0.9 to 2.1 %)', '0.3131', '0.4242', 'The score supports the same-source proposition at threshold 0.2297.', 'MobileFaceNet',
      'neither proof nor cause', 'amber: take care', 'face composition', 'not assessed', 'Mole below the left eye', 'gamma 1.4', 'Provisional rationale.', 'Second rationale.', 'Not enough detail yet.', 'No difference remains unexplained.',
      'A typing error in the note on skin', 'Evidence was received as copies.', 'I am 90 % sure.', 'Quoted from the request', 'Comparison C-1, run 2: score 0.5000 at threshold 0.2297', 'vidimus verify', 'forehead'
    ])
      expect(text, fact).toContain(fact)
    for (const hash of [sha(1), sha(2), sha(0x77), sha(0x33), sha(9), sha(0x55)]) expect(text.replace(/ /g, ''), hash).toContain(hash)
    const all = textOf(file)
    expect(all).toHaveLength(pages)
    all.forEach((page, i) => {
      expect(page).toContain(`Page ${i + 1} of ${pages}`)
      expect(page).toContain('DRAFT')
      expect(page).toContain('Case 2025-17')
      expect(page).toContain('Report 00000000-0000-4000-8000-000000001000')
    })
  })

  test('tagged, titled, dated, every font inside, every picture described', async () => {
    const { file } = await set('tags')
    const info = infoOf(file)
    expect(info).toMatchObject({ 'Tagged': 'yes', 'Title': 'Report on facial image comparison: Case 2025-17: Theft at the north entrance', 'Author': 'A. Examiner, Forensic Laboratory North', 'Page size': '595.276 x 841.89 pts (A4)', 'JavaScript': 'no' })
    expect(info['CreationDate']).toContain('Mar  5 10:11:12 2025')
    expect(fontsOf(file).length).toBeGreaterThan(1)
    expect(fontsOf(file).filter(({ embedded }) => !embedded)).toEqual([])
    const structure = structureOf(file)
    // Two photos, plates, crops, maps of two faces, scale, histogram, enhanced copies, annotations.
    expect(structure.match(/^ *Figure/gm)!.length).toBe(10)
    expect(inflated(readFileSync(file)).match(/\/Alt/g)!.length).toBeGreaterThanOrEqual(10)
    expect(structure).toContain('H1')
    expect(structure).toContain('TH')
  })

  test('signed: no draft mark, fingerprint of the key printed', async () => {
    const { file } = await set('signed', { state: 'signed', signing: SIGNING })
    const text = flatText(file)
    expect(text).not.toContain('DRAFT')
    expect(textOf(file).join(' ')).not.toMatch(/\bDR\b/)
    expect(text).toContain('Signed by A. Examiner on 2025-03-05 10:11:12 UTC')
    expect(text.replace(/ /g, '')).toContain(sha(0xab))
  })

  test('German: headings, wording, quality and log', async () => {
    const { file, pages } = await set('german', { language: 'de' })
    const text = flatText(file)
    for (const words of [
      'Bericht über einen Gesichtsbildvergleich', 'ENTWURF', `Seite 1 von ${pages}`, 'Der Score stützt die Hypothese derselben Herkunft beim Schwellenwert 0.2297.', 'weder Beweis noch Ursache', 'Pixel zwischen den Augen', 'gelb: mit Vorsicht',
      'Gesichtsumriss', 'unentschieden', 'Fall 2025-17 angelegt, Auftrag:', 'Der Score ist ein Hinweis; die Schlussfolgerung zieht ein Mensch.', 'Stirn'
    ])
      expect(text, words).toContain(words)
    for (const words of ['DRAFT', 'The score', 'face outline', 'pixels between the eyes']) expect(text, words).not.toContain(words)
  })

  test('names in all scripts, and what no font shows as an escape', async () => {
    const names = ['Жанна Łukasz Ωμέγα.jpg', '李小龍 さくら.jpg', 'محمد علي.jpg', 'שלום כהן.jpg', '홍길동.jpg', 'smile 😀 ไทย \u202egpj.exe', 'bell\u0007 tab\tend \ue000 \ud800.jpg']
    const { file } = await set('scripts', { exhibits: names.map((name, i) => exhibit(i + 1, `Q-${i + 1}`, 'en', name)) })
    const text = flatText(file)
    for (const part of ['Жанна Łukasz Ωμέγα.jpg', '李小龍 さくら.jpg', '홍길동.jpg', 'smile [U+1F600]', '[U+0E44][U+0E17][U+0E22]', '[U+202E]gpj.exe', 'bell[U+0007] tab end [U+E000] [U+D800].jpg']) expect(text, part).toContain(part)
    // Poppler wraps right-to-left runs in marks of direction.
    for (const part of ['محمد', 'علي', 'שלום', 'כהן']) expect(text, part).toContain(part)
    expect(fontsOf(file).filter(({ embedded }) => !embedded)).toEqual([])
  })

  test('strings are data, never markup; words of 4000 letters stay on the page', async () => {
    const hostile = '#let x = 1; #panic("no") *bold* _it_ $x^2$ [c] `raw` <label> @ref \\n "q" // c /* d */ = head ~ -- ... {title} {page}'
    const long = 'Wort'.repeat(1000)
    const { file, pages } = await set('hostile', {
      laboratory: hostile, case: { ...sampleReport().case!, number: '#*_$[]"\\', title: hostile, purpose: long }, comparisons: [comparison(1, 'en', { note: long, names: [hostile, long.slice(0, 255)] })]
    })
    const text = flatText(file)
    expect(text).toContain('#let x = 1; #panic("no") *bold* _it_ $x^2$ [c] `raw` <label> @ref \\n "q" // c /* d */ = head ~ -- ... {title} {page}')
    expect(text).toContain('Case #*_$[]"\\')
    expect(text.replace(/\s/g, '').match(/(?:Wort){20,}/g)!.reduce((sum, found) => sum + found.length, 0)).toBeGreaterThan(4000 * 2 * 0.9)
    expect(pages).toBeLessThan(25)
    expect(await inkAtEdges(file, 'hostile')).toBe(0)
  })

  test('no page is blank, the draft mark is on each, signed pages differ from draft ones', async () => {
    const [draft, signed] = [await set('draft-pages'), await set('signed-pages', { state: 'signed', signing: SIGNING })]
    const [marked, clean] = [await inkOf(draft.file, 'draft', draft.pages), await inkOf(signed.file, 'signed', signed.pages)]
    // Header and footer alone are less than half a per cent of a page, the mark about three.
    expect(clean.filter(ink => ink < 0.008)).toEqual([])
    expect(marked.length).toBe(clean.length)
    marked.forEach((ink, i) => expect(ink - clean[i]!, `page ${i + 1}`).toBeGreaterThan(0.004))
    expect(await inkAtEdges(draft.file, 'draft')).toBe(0)
  })
})

/** All compressed streams of a PDF, opened: its objects lie in some of them. */
function inflated(pdf: Buffer): string {
  const text = pdf.toString('latin1')
  return [...text.matchAll(/stream\r?\n/g)].map(({ index, 0: { length } }) => tryInflate(pdf.subarray(index + length, text.indexOf('endstream', index + length)))).join('\n') + text
}

function tryInflate(bytes: Buffer): string {
  try {
    return inflateSync(bytes).toString('latin1')
  } catch {
    // Pictures are not compressed in this way.
    return ''
  }
}

const DPI = 40
const picture = (name: string, page: number, pages: number): string => join(folder, `${name}-${String(page).padStart(String(pages).length, '0')}.png`)

/** Share of pixels of every page that are not white. */
async function inkOf(file: string, name: string, pages: number): Promise<number[]> {
  drawPages(file, join(folder, name), DPI)
  return Promise.all(Array.from({ length: pages }, async (_, i) => {
    const grey = await sharp(picture(name, i + 1, pages)).greyscale().raw().toBuffer()
    return grey.filter(value => value < 250).length / grey.length
  }))
}

/** Pixels that are not white in the outer centimetre of all pages: what ran off the text area. */
async function inkAtEdges(file: string, name: string): Promise<number> {
  const pages = Number(infoOf(file)['Pages'])
  drawPages(file, join(folder, name), DPI)
  const edge = Math.round(DPI / 2.54)
  let ink = 0
  for (let page = 1; page <= pages; page++) {
    const { data, info } = await sharp(picture(name, page, pages)).greyscale().raw().toBuffer({ resolveWithObject: true })
    data.forEach((value, i) => {
      const x = i % info.width
      if (value < 200 && (x < edge || x >= info.width - edge)) ink++
    })
  }
  return ink
}
