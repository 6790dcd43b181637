import type { ColourScale } from '../../../../../shared/domain/explanation'
import type { Point } from '../../../../../shared/domain/face'
import { plateTransform, type CropSize } from '../../../../../shared/geometry/alignment'
import { apply, compose, invert, scaleOf, type Affine } from '../../../../../shared/geometry/similarity'
import { paintMap, type SignedMap } from '../../../overlay/paint'
import { cornersOf } from './viewport'

/** Crop widths that a plate spans, and its side in pixels. */
export const PLATE = { extent: 2, side: 1344 } as const

/** One face ready for drawing. All pictures are placed by transforms into the aligned frame. */
export interface FacePictures {
  /** The whole photo, upright, perhaps reduced; null while it is loaded. */
  photo: ImageBitmap | null
  /** Pixels of the upright photo itself. */
  photoSize: CropSize
  /** Photo pixels -> crop pixels. */
  toCrop: Affine
  crop: CropSize
  /** The face in its full resolution, or its enhanced copy. */
  plate: ImageBitmap | null
}

/** A picture and where its area lies: from its own edges (0..width) to crop pixels (centres at whole numbers). */
export interface Placed {
  picture: ImageBitmap
  toCrop: Affine
  /** Corners, crop pixels, outside which nothing of it is drawn. */
  within?: readonly Point[]
}

const EDGES: Affine = [1, 0, -0.5, 0, 1, -0.5]

/** From the back to the front. */
export function placed({ photo, photoSize, toCrop, plate, crop }: FacePictures): Placed[] {
  const pictures: Placed[] = []
  if (photo) {
    const [sx, sy] = [photoSize.width / photo.width, photoSize.height / photo.height]
    pictures.push({ picture: photo, toCrop: compose(toCrop, [sx, 0, -0.5, 0, sy, -0.5]) })
  }
  // A plate is black where there is no photo; that is no part of the picture.
  const within = photoCorners(photoSize, toCrop)
  if (plate) pictures.push({ picture: plate, toCrop: compose(invert(plateTransform(crop, PLATE.extent, plate.width)), EDGES), within })
  return pictures
}

/** Whether the view of a photo holds fewer pixels than the photo, so that a plate shows more. */
export const isReduced = (view: { width: number }, photoSize: CropSize): boolean => view.width < photoSize.width

/** The corners of the photo in the aligned frame, where it may lie at an angle. */
export const photoCorners = ({ width, height }: CropSize, toCrop: Affine): Point[] => cornersOf({ x: -0.5, y: -0.5, width, height }).map(corner => apply(toCrop, corner))

/** Raster pixels per crop pixel, enough for the photo's own detail. */
const densityFor = (toCrop: Affine): number => Math.min(8, Math.max(4, Math.ceil(1 / scaleOf(toCrop))))

/** The model's crop, drawn from the best there is, before any map lies on it. */
export interface CropRaster {
  image: ImageData
  /** Raster pixels per crop pixel. */
  density: number
}

/** The crop's part of the frame as pixels; outside the photo it is black, as the model gets it. */
export function cropRaster(face: FacePictures, smooth: boolean): CropRaster | null {
  const pictures = placed(face)
  if (pictures.length === 0) return null
  const density = densityFor(face.toCrop)
  const canvas = new OffscreenCanvas(face.crop.width * density, face.crop.height * density)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return null
  context.fillRect(0, 0, canvas.width, canvas.height)
  const toRaster: Affine = [density, 0, density / 2, 0, density, density / 2]
  drawPlaced(context, pictures, toRaster, smooth)
  return { image: context.getImageData(0, 0, canvas.width, canvas.height), density }
}

/** The raster with a map painted over it, as a picture for the canvas. */
export function paintedRaster({ image, density }: CropRaster, map: SignedMap, scale: ColourScale): OffscreenCanvas {
  const painted = new ImageData(new Uint8ClampedArray(image.data), image.width, image.height)
  const shift = 0.5 / density - 0.5
  paintMap(painted, map, [1 / density, 0, shift, 0, 1 / density, shift], scale)
  const canvas = new OffscreenCanvas(image.width, image.height)
  canvas.getContext('2d')?.putImageData(painted, 0, 0)
  return canvas
}

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** @param toTarget crop pixels -> pixels of the canvas, its upper left edge at 0 */
export function drawPlaced(context: Context, pictures: readonly Placed[], toTarget: Affine, smooth: boolean): void {
  context.imageSmoothingEnabled = smooth
  context.imageSmoothingQuality = 'high'
  for (const { picture, toCrop, within } of pictures) {
    context.save()
    if (within) clipTo(context, within.map(corner => apply(toTarget, corner)))
    setTransform(context, compose(toTarget, toCrop))
    context.drawImage(picture, 0, 0)
    context.restore()
  }
}

function clipTo(context: Context, corners: readonly Point[]): void {
  context.beginPath()
  for (const { x, y } of corners) context.lineTo(x, y)
  context.clip()
}

export function setTransform(context: Context, [a, b, c, d, e, f]: Affine): void {
  context.setTransform(a, d, b, e, c, f)
}
