import type { Comparison } from '../../../../shared/domain/comparison'
import { scaled } from '../../../explain/render/annotate'
import { canvasOf } from '../../../explain/render/canvas'
import { cropOverlay, everyMap, photoOverlay, signedMap } from '../../../explain/render/overlays'
import { pngOf, pngOfCanvas } from '../../../explain/render/png'
import { contactSheet, type SheetSide } from '../../../explain/render/sheet/contactSheet'
import { PAGE_DENSITY } from '../../../explain/render/sheet/page'
import { SHOWN_MAPS, type ShownMaps } from '../../../explain/render/shownMaps'
import type { PreparedSide } from '../../../services/explain/side'

type DrawnRecord = Omit<Comparison, 'timings'>
interface Sides<T> {
  a: T
  b: T
}
/** A file's path in the result folder and its bytes, which are encoded while the next picture is drawn. */
type Encoding = Promise<[string, Uint8Array]>

/** Every picture of a result as PNG, by path in its folder. */
export async function drawPictures(record: DrawnRecord, pair: Sides<PreparedSide>, maps: Sides<ShownMaps>): Promise<[string, Uint8Array][]> {
  const a = drawSide('a', record, pair.a, maps.a)
  const b = drawSide('b', record, pair.b, maps.b)
  const sheet = encoding('contact-sheet.png', pngOfCanvas(contactSheet(record, a.sheet, b.sheet), PAGE_DENSITY))
  return Promise.all([sheet, ...a.files, ...b.files])
}

const encoding = async (name: string, bytes: Promise<Uint8Array>): Encoding => [name, await bytes]

/** One face's pictures, and what of it the contact sheet shows. */
function drawSide(name: 'a' | 'b', record: DrawnRecord, side: PreparedSide, maps: ShownMaps): { files: Encoding[]; sheet: SheetSide } {
  const { crop } = side
  const crops = everyMap((which) => cropOverlay(crop, maps, which, record.colourScale))
  const files = [encoding(`aligned-${name}.png`, pngOf(crop)), ...SHOWN_MAPS.map((which) => encoding(`overlays/crop-${which}-${name}.png`, pngOf(crops[which])))]
  const { files: onPhoto, shown } = drawOnPhoto(name, record, side, maps)
  return { files: [...files, ...onPhoto], sheet: { photo: shown, crop, overlays: everyMap((which) => canvasOf(crops[which])), combined: signedMap(maps, 'combined') } }
}

/** Nothing where the file was an aligned crop: then there is no photo. */
function drawOnPhoto(name: string, { colourScale }: DrawnRecord, { found }: PreparedSide, maps: ShownMaps): { files: Encoding[]; shown: SheetSide['photo'] } {
  if (found === null) return { files: [], shown: null }
  const { view, face, aligned } = found
  const overlay = (which: (typeof SHOWN_MAPS)[number]) => photoOverlay(view, maps, which, colourScale, aligned.toCrop)
  const files = SHOWN_MAPS.map((which) => encoding(`overlays/photo-${which}-${name}.png`, pngOf(overlay(which))))
  return { files, shown: { canvas: canvasOf(view.pixels), box: scaled(face.box, view.scale) } }
}
