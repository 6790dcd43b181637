import type { Box, FivePoints } from '../../shared/domain/face'
import { inputError } from '../../shared/errors'
import { CROP_SIDE, cropTransform, USUAL_CROP, type CropSize } from '../../shared/geometry/alignment'
import { apply, invert, scaleOf, type Affine } from '../../shared/geometry/similarity'
import type { Photo } from './photo'
import { cropPixels, makePixels, wholeBoxInside, type Pixels } from './pixels'
import { averageBlocks } from './resample'

/** A face brought to the template. */
export interface AlignedFace {
  /** Of the wanted size, sRGB. Places outside the photo are black. */
  crop: Pixels
  /** Photo pixels -> crop pixels. */
  toCrop: Affine
  /** Crop pixels -> photo pixels: warps a map back onto the photo. */
  toPhoto: Affine
}

/**
 * The aligned crop of a face, sampled bilinearly from the photo's own pixels. Where the face is more than twice the
 * crop's scale, blocks of n x n photo pixels (n = 1 / scale, rounded down) are averaged first: bilinear sampling looks
 * at 2 x 2 pixels only and would keep noise and drop detail.
 */
export async function alignFace(photo: Pick<Photo, 'width' | 'height' | 'region'>, points: FivePoints, size: CropSize = USUAL_CROP): Promise<AlignedFace> {
  const toCrop = cropTransform(points, size)
  const toPhoto = invert(toCrop)
  const box = wholeBoxInside(footprint(toPhoto, size), photo.width, photo.height)
  if (!box) throw inputError('face.points', 'The five points lie outside the photo. Set them on the face.', { detail: points })
  return { crop: warp(await photo.region(box), box, toPhoto, size), toCrop, toPhoto }
}

/** The usual aligned crop of a face in a picture held whole, points in its pixels. */
export function alignIn(picture: Pixels, points: FivePoints): Pixels {
  const toPicture = invert(cropTransform(points))
  const box = wholeBoxInside(footprint(toPicture, USUAL_CROP), picture.width, picture.height)
  return box ? warp(cropPixels(picture, box), box, toPicture, USUAL_CROP) : makePixels(CROP_SIDE, CROP_SIDE)
}

/** The photo rectangle that the crop's pixels and their neighbours lie in. */
function footprint(toPhoto: Affine, { width, height }: CropSize): Box {
  const [right, bottom] = [width - 1, height - 1]
  const corners = [[0, 0], [right, 0], [0, bottom], [right, bottom]].map(([x, y]) => apply(toPhoto, { x: x!, y: y! }))
  const xs = corners.map(({ x }) => x)
  const ys = corners.map(({ y }) => y)
  const margin = 2 * Math.ceil(scaleOf(toPhoto))
  const [x, y] = [Math.min(...xs) - margin, Math.min(...ys) - margin]
  return { x, y, width: Math.max(...xs) + margin - x, height: Math.max(...ys) + margin - y }
}

function warp(region: Pixels, at: Box, toPhoto: Affine, { width, height }: CropSize): Pixels {
  const step = Math.max(1, Math.floor(scaleOf(toPhoto)))
  const blocks = step === 1 ? region : averageBlocks(region, 0, 0, step, step, Math.ceil(region.width / step), Math.ceil(region.height / step))
  const out = makePixels(width, height)
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i += 3) {
      const point = apply(toPhoto, { x, y })
      sample(blocks, (point.x - at.x + 0.5) / step - 0.5, (point.y - at.y + 0.5) / step - 0.5, out.data, i)
    }
  return out
}

/** Writes the bilinear value at (x, y), three channels; outside the picture is black. */
function sample({ width, height, data }: Pixels, x: number, y: number, out: Uint8Array, to: number): void {
  const left = Math.floor(x)
  const top = Math.floor(y)
  const fx = x - left
  const fy = y - top
  const read = (column: number, row: number, c: number): number =>
    column < 0 || row < 0 || column >= width || row >= height ? 0 : data[(row * width + column) * 3 + c]!
  for (let c = 0; c < 3; c++) {
    const above = read(left, top, c) * (1 - fx) + read(left + 1, top, c) * fx
    const below = read(left, top + 1, c) * (1 - fx) + read(left + 1, top + 1, c) * fx
    out[to + c] = Math.round(above * (1 - fy) + below * fy)
  }
}
