import type { Box, FivePoints, Point } from '../domain/face'
import { inputError } from '../errors'
import { apply, invert, scaleOf, similarity, type Affine } from './similarity'

/** Side of the usual aligned crop, pixels. */
export const CROP_SIDE = 112

/** Size of an aligned crop in pixels, as a model wants it. */
export interface CropSize {
  width: number
  height: number
}

export const USUAL_CROP: CropSize = { width: CROP_SIDE, height: CROP_SIDE }

/** Where ArcFace's training put the five points in a 112 x 112 crop (insightface's `arcface_dst`). */
export const TEMPLATE: readonly Point[] = [
  { x: 38.2946, y: 51.6963 }, { x: 73.5318, y: 51.5014 }, { x: 56.0252, y: 71.7366 },
  { x: 41.5493, y: 92.3655 }, { x: 70.7299, y: 92.2041 }
]

/**
 * A place of the usual crop in a crop of another size: scaled by height, centred across. 160 x 160 is the usual crop
 * enlarged; 96 x 112 is the usual crop less 8 columns on either side, as SphereFace cuts it.
 */
export function fromUsualCrop({ x, y }: Point, { width, height }: CropSize): Point {
  const scale = height / CROP_SIDE
  const shift = (width - CROP_SIDE * scale) / 2
  return { x: (x + 0.5) * scale - 0.5 + shift, y: (y + 0.5) * scale - 0.5 }
}

/** The other way round. */
export function toUsualCrop({ x, y }: Point, { width, height }: CropSize): Point {
  const scale = height / CROP_SIDE
  const shift = (width - CROP_SIDE * scale) / 2
  return { x: (x - shift + 0.5) / scale - 0.5, y: (y + 0.5) / scale - 0.5 }
}

export const listPoints = ({ leftEye, rightEye, nose, mouthLeft, mouthRight }: FivePoints): Point[] => [leftEye, rightEye, nose, mouthLeft, mouthRight]

/**
 * Photo pixels -> crop pixels, by least squares over the five points.
 * @throws VidimusError `face.points` (input) where the points lie on one spot
 */
export function cropTransform(five: FivePoints, size = USUAL_CROP): Affine {
  const points = listPoints(five)
  const transform = similarity(points, TEMPLATE.map(point => fromUsualCrop(point, size)))
  const scale = scaleOf(transform)
  if (Number.isFinite(scale) && scale > 0) return transform
  throw inputError('face.points', 'The five points of the face lie on one spot. Set the points of both eyes, nose and mouth apart.', { detail: points })
}

/**
 * Crop pixels -> pixels of the plate, a square picture of the face and its surroundings (`face.plate` of the contract):
 * `extent` crop widths over `side` pixels, centred on the crop. Areas match, pixel centres lie at whole numbers.
 */
export function plateTransform({ width, height }: CropSize, extent: number, side: number): Affine {
  const scale = side / (extent * width)
  const at = (half: number): number => (0.5 - half) * scale + side / 2 - 0.5
  return [scale, 0, at(width / 2), 0, scale, at(height / 2)]
}

/** Where the detector's box lies in the usual crop: the medians over 440 faces. */
const USUAL_BOX = { middle: { x: 56.5, y: 62.5 }, width: 77, height: 115 }

/** A box around a face of which five points alone are known, upright, about as the detector would draw it. */
export function faceBox(five: FivePoints): Box {
  const toPhoto = invert(cropTransform(five))
  const { x, y } = apply(toPhoto, USUAL_BOX.middle)
  const [width, height] = [USUAL_BOX.width * scaleOf(toPhoto), USUAL_BOX.height * scaleOf(toPhoto)]
  return { x: x - width / 2, y: y - height / 2, width, height }
}
