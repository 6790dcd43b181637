import { useEffect, useState } from 'react'
import type { Picture } from '../../../../../shared/domain/common'
import { USUAL_CROP, cropTransform, plateTransform, type CropSize } from '../../../../../shared/geometry/alignment'
import { compose, invert, scaleOf, type Affine } from '../../../../../shared/geometry/similarity'
import type { FivePoints } from '../../../../../shared/domain/face'

/** A decoded picture and where it lies: its pixels (centres at whole numbers) -> pixels of the upright photo. */
export interface Layer {
  bitmap: ImageBitmap
  toPhoto: Affine
}

/** What the photo is painted from, coarse first: the whole of it, then the chosen face in the photo's own pixels. */
export type PhotoSource = readonly Layer[]

/** Decodes a picture for painting; null while it loads. */
export function useBitmap(picture: Picture | null | undefined): ImageBitmap | null {
  const [shown, setShown] = useState<{ of: Picture; bitmap: ImageBitmap } | null>(null)
  useEffect(() => {
    if (!picture) return
    let current = true
    void createImageBitmap(new Blob([picture.bytes], { type: picture.type })).then(bitmap => {
      if (current) setShown({ of: picture, bitmap })
    })
    return () => void (current = false)
  }, [picture])
  return picture && shown?.of === picture ? shown.bitmap : null
}

/** Where the view of a photo lies, whose pixels may be larger than the photo's. */
export function viewLayer(bitmap: ImageBitmap, photo: { width: number; height: number }): Layer {
  const [x, y] = [photo.width / bitmap.width, photo.height / bitmap.height]
  return { bitmap, toPhoto: [x, 0, (x - 1) / 2, 0, y, (y - 1) / 2] }
}

/** Where the plate of a face lies. */
export function plateLayer(bitmap: ImageBitmap, points: FivePoints, extent: number, crop: CropSize = USUAL_CROP): Layer {
  return { bitmap, toPhoto: invert(compose(plateTransform(crop, extent, bitmap.width), cropTransform(points, crop))) }
}

/** From this enlargement on single pixels are shown as squares. */
const SQUARES_FROM = 10

/** Paints the photo onto a canvas of `toCanvas`'s pixels. What it does not cover stays as it is. */
export function paintPhoto(context: CanvasRenderingContext2D, toCanvas: Affine, source: PhotoSource): void {
  for (const { bitmap, toPhoto } of source) {
    const transform = compose(toCanvas, toPhoto)
    const [a, b, c, d, e, f] = transform
    // A canvas counts from pixel corners, we from pixel centres.
    context.setTransform(a, d, b, e, c + 0.5 - (a + b) / 2, f + 0.5 - (d + e) / 2)
    context.imageSmoothingEnabled = scaleOf(transform) < SQUARES_FROM
    context.imageSmoothingQuality = 'high'
    context.drawImage(bitmap, 0, 0)
  }
  context.resetTransform()
}
