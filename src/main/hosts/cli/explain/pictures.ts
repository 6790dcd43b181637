import type { Comparison } from '../../../../shared/domain/comparison'
import { drawBox, drawFootprint, scaled } from '../../../explain/render/annotate'
import { canvasOf, toPng, type Canvas } from '../../../explain/render/canvas'
import { cropOverlay, everyMap, photoOverlay, photoView, type PhotoView } from '../../../explain/render/overlays'
import { contactSheet, type SheetSide } from '../../../explain/render/sheet/contactSheet'
import { SHOWN_MAPS, type ShownMaps } from '../../../explain/render/shownMaps'
import type { PreparedSide } from '../../../services/explain/side'

type Record = Omit<Comparison, 'timings'>
type Sides<T> = { a: T; b: T }

/** Every picture of a result as PNG, by path in its folder. */
export async function drawPictures(record: Record, pair: Sides<PreparedSide>, maps: Sides<ShownMaps>): Promise<[string, Uint8Array][]> {
  const sides = { a: drawSide(record, pair.a, maps.a), b: drawSide(record, pair.b, maps.b) }
  const sheet = contactSheet(record, sides.a.sheet, sides.b.sheet)
  const pictures: [string, Canvas][] = [['contact-sheet.png', sheet], ...sides.a.overlays.map(named('a')), ...sides.b.overlays.map(named('b'))]
  return Promise.all(pictures.map(async ([name, canvas]): Promise<[string, Uint8Array]> => [name, await toPng(canvas)]))
}

const named = (side: string) => ([name, canvas]: readonly [string, Canvas]): [string, Canvas] => [`${name}-${side}.png`, canvas]

/** One face's overlays, and what of it the contact sheet shows. */
function drawSide({ colourScale }: Record, { crop, photo, found }: PreparedSide, maps: ShownMaps): { overlays: (readonly [string, Canvas])[]; sheet: SheetSide } {
  const crops = everyMap((which) => canvasOf(cropOverlay(crop, maps, which, colourScale)))
  const onCrop = SHOWN_MAPS.map((which) => [`overlays/crop-${which}`, crops[which]] as const)
  const aligned = ['aligned', canvasOf(crop)] as const
  if (found === null) return { overlays: [aligned, ...onCrop], sheet: { photo: null, crop, maps, overlays: crops } }
  const view = photoView(photo.working, photo.width)
  const onPhoto = SHOWN_MAPS.map((which) => [`overlays/photo-${which}`, footprinted(canvasOf(photoOverlay(view, maps, which, colourScale, found.aligned.toCrop)), found.aligned.toPhoto, view)] as const)
  return { overlays: [aligned, ...onCrop, ...onPhoto], sheet: { photo: boxed(view, found.face.box), crop, maps, overlays: crops } }
}

function footprinted(canvas: Canvas, toPhoto: Parameters<typeof drawFootprint>[1], view: PhotoView): Canvas {
  drawFootprint(canvas.getContext('2d'), toPhoto, view.scale)
  return canvas
}

function boxed(view: PhotoView, box: Parameters<typeof scaled>[0]): Canvas {
  const canvas = canvasOf(view.pixels)
  drawBox(canvas.getContext('2d'), scaled(box, view.scale), '')
  return canvas
}
