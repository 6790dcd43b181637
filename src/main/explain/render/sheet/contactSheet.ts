import type { Box } from '../../../../shared/domain/face'
import type { ComparedFace, Comparison } from '../../../../shared/domain/comparison'
import { EXPLAINERS } from '../../../../shared/domain/explainers'
import type { Pixels } from '../../../faces/pixels'
import type { Canvas } from '../canvas'
import { canvasOf } from '../canvas'
import { enlargeCrop } from '../overlays'
import type { ShownMap } from '../shownMaps'
import { drawBox, scaled } from '../annotate'
import type { SignedMap } from '../paint'
import { drawColourBar } from './colourBar'
import { drawContours } from './contours'
import { drawFacts } from './facts'
import { CONTENT, MARGIN, Page, SOFT } from './page'
import { drawScore } from './scoreBand'

/** What the sheet shows of one face. */
export interface SheetSide {
  /** The photo and the face's box in its pixels; null for a file that was an aligned crop. */
  photo: { canvas: Canvas; box: Box } | null
  crop: Pixels
  overlays: Readonly<Record<ShownMap, Canvas>>
  combined: SignedMap
}

type SheetPhoto = NonNullable<SheetSide['photo']>
type SheetRecord = Omit<Comparison, 'timings'>

/** One page for the case file: score, sentence, photos, maps, scale, and what is needed to replay and to read it. */
export function contactSheet(record: SheetRecord, a: SheetSide, b: SheetSide): Canvas {
  const page = new Page()
  drawHeading(page, record)
  drawScore(page, record)
  if (a.photo !== null && b.photo !== null) drawPhotos(page, record, a.photo, b.photo)
  drawMaps(page, record, a, b)
  drawColourBar(page, record.colourScale, unitOf(record.method))
  drawFacts(page, record)
  return page.finish()
}

const unitOf = (method: SheetRecord['method']): string => (method.name === 'xSSAB' ? EXPLAINERS.xssab.unit : method.unit)

function drawHeading(page: Page, { a, b, created, versions }: SheetRecord): void {
  page.put('Vidimus comparison of two face photos', MARGIN, page.y, { size: 34, bold: true })
  page.put(`${created.slice(0, 16).replace('T', ' ')} UTC   Vidimus ${versions.vidimus}`, MARGIN + CONTENT, page.y, { size: 19, colour: SOFT }, 'right')
  page.y = page.paragraph(`A: ${a.file}     B: ${b.file}`, MARGIN, page.y + 38, CONTENT, { size: 22 }) - 8
  page.rule()
  page.y += 26
}

const GAP = 24
const PHOTO_HEIGHT = 400

function drawPhotos(page: Page, record: SheetRecord, a: SheetPhoto, b: SheetPhoto): void {
  const width = (CONTENT - GAP) / 2
  const height = Math.min(PHOTO_HEIGHT, Math.max(...[a, b].map(({ canvas }) => (canvas.height * width) / canvas.width)))
  const ends = ([['A', record.a, a], ['B', record.b, b]] as const).map(([name, face, photo], i) => {
    const x = MARGIN + i * (width + GAP)
    drawPhoto(page, photo, { x, y: page.y, width, height })
    return page.paragraph(caption(name, face), x, page.y + height + 26, width, { size: 18, colour: SOFT })
  })
  page.y = Math.max(...ends) + 14
}

/** The box is drawn at the size of the sheet, where it shows. */
function drawPhoto(page: Page, { canvas, box }: SheetPhoto, frame: Box): void {
  const at = page.fit(canvas, frame.x, frame.y, frame.width, frame.height)
  const inner = scaled(box, at.width / canvas.width)
  drawBox(page.context, { ...inner, x: at.x + inner.x, y: at.y + inner.y }, '', 3)
}

function caption(name: string, { photo, face, faces, interEyePixels }: ComparedFace): string {
  const which = faces === 1 ? 'the only face found' : `face number ${face?.index} of the ${faces} found (from 0, largest first)`
  return `${name}: ${photo.width} x ${photo.height} pixels, ${which}, ${Math.round(interEyePixels ?? 0)} pixels between the eyes`
}

const COLUMNS: readonly (readonly [string, ShownMap | null])[] = [
  ['Aligned face', null], ['Similar', 'similar'], ['Dissimilar', 'dissimilar'], ['Combined: similar - dissimilar', 'combined']
]

function drawMaps(page: Page, { colourScale, method }: SheetRecord, a: SheetSide, b: SheetSide): void {
  const side = (CONTENT - 3 * GAP) / 4
  page.put(`Maps by ${method.name}`, MARGIN, page.y + 22, { size: 23, bold: true })
  page.y += 32
  COLUMNS.forEach(([title], i) => page.put(title, MARGIN + i * (side + GAP), page.y + 20, { size: 21, bold: true }))
  page.y += 34
  for (const [name, face] of [['A', a], ['B', b]] as const) {
    COLUMNS.forEach(([, which], i) => page.fit(which === null ? canvasOf(enlargeCrop(face.crop)) : face.overlays[which], MARGIN + i * (side + GAP), page.y, side, side))
    drawContours(page.context, face.combined, colourScale, MARGIN + 3 * (side + GAP), page.y, side)
    page.put(name, MARGIN - 30, page.y + 24, { size: 26, bold: true })
    page.y += side + 16
  }
  page.y += 36
}
