import { useMemo } from 'react'
import type { Point } from '../../../../../shared/domain/face'
import { apply, invert } from '../../../../../shared/geometry/similarity'
import { placed, type FacePictures, type Placed } from './scene'

export type Colour = readonly [red: number, green: number, blue: number]

/** Reads the colour of the photo, without any map, at a place of the aligned frame; null where nothing is. */
export function useColour(face: FacePictures | null): (at: Point) => Colour | null {
  return useMemo(() => {
    const pictures = face ? placed(face).reverse() : []
    const canvas = new OffscreenCanvas(1, 1)
    const context = canvas.getContext('2d', { willReadFrequently: true, colorSpace: 'srgb' })
    return at => {
      for (const { picture, toCrop } of pictures) {
        const pixel = pixelAt(at, toCrop, picture)
        if (!pixel || !context) continue
        context.drawImage(picture, pixel.x, pixel.y, 1, 1, 0, 0, 1, 1)
        const [red, green, blue] = context.getImageData(0, 0, 1, 1).data
        return [red ?? 0, green ?? 0, blue ?? 0]
      }
      return null
    }
  }, [face])
}

/** The picture's pixel under a place; null beside the picture. */
function pixelAt(at: Point, toCrop: Placed['toCrop'], { width, height }: ImageBitmap): Point | null {
  const { x, y } = apply(invert(toCrop), at)
  return x < 0 || y < 0 || x >= width || y >= height ? null : { x: Math.floor(x), y: Math.floor(y) }
}
