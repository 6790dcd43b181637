import type { FaceMaps } from '../../../../../shared/domain/caseComparison'
import type { Point } from '../../../../../shared/domain/face'
import { regionAt, type Region } from '../../../../../shared/domain/regions'
import { toUsualCrop, type CropSize } from '../../../../../shared/geometry/alignment'
import { apply, invert, type Affine } from '../../../../../shared/geometry/similarity'

/** What lies at one place of the aligned frame, on one face. */
export interface Reading {
  /** Photo pixels; null outside the photo. */
  photo: Point | null
  /** The maps at the crop pixel there; null outside the crop or where there are no maps. */
  values: { similar: number; dissimilar: number; combined: number } | null
}

interface ReadFace {
  toCrop: Affine
  photoSize: CropSize
  maps: FaceMaps | null
}

export function read(at: Point, { toCrop, photoSize, maps }: ReadFace): Reading {
  const photo = apply(invert(toCrop), at)
  const isOnPhoto = photo.x >= -0.5 && photo.y >= -0.5 && photo.x < photoSize.width - 0.5 && photo.y < photoSize.height - 0.5
  return { photo: isOnPhoto ? photo : null, values: maps && valuesAt(at, maps) }
}

/** The values of the pixel that the place lies in, as they were computed: nothing is blended. */
function valuesAt(at: Point, { width, height, similar, dissimilar, combined }: FaceMaps): Reading['values'] {
  const [x, y] = [Math.round(at.x), Math.round(at.y)]
  if (x < 0 || y < 0 || x >= width || y >= height) return null
  const i = y * width + x
  return { similar: similar[i]!, dissimilar: dissimilar[i]!, combined: combined[i]! }
}

/** The region of the face that a place of the crop belongs to; null outside the crop. */
export function regionUnder(at: Point, { width, height }: CropSize): Region | null {
  const [x, y] = [Math.round(at.x), Math.round(at.y)]
  if (x < 0 || y < 0 || x >= width || y >= height) return null
  const place = toUsualCrop({ x, y }, { width, height })
  return regionAt(place.x, place.y)
}
