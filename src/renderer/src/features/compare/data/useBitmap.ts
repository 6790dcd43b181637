import { useEffect, useState } from 'react'
import type { Picture } from '../../../../../shared/domain/common'

interface Decoded {
  of: Picture
  bitmap: ImageBitmap | null
}

/**
 * The picture decoded for a canvas; null before the first. While another is decoded the one before stays, so that
 * nothing flashes. Bitmaps are left to the collector: a frame may still hold the one before.
 */
export function useBitmap(picture: Picture | undefined): { bitmap: ImageBitmap | null; failed: boolean } {
  const [decoded, setDecoded] = useState<Decoded | null>(null)
  useEffect(() => {
    if (!picture) return
    let current = true
    const show = (bitmap: ImageBitmap | null): void => {
      if (current) setDecoded({ of: picture, bitmap })
    }
    decode(picture).then(show, () => show(null))
    return () => void (current = false)
  }, [picture])
  if (!picture || !decoded) return { bitmap: null, failed: false }
  return { bitmap: decoded.bitmap, failed: decoded.of === picture && decoded.bitmap === null }
}

/** The values as they are in the file: no colour is managed twice. */
const decode = ({ bytes, type }: Picture): Promise<ImageBitmap> =>
  createImageBitmap(new Blob([bytes], { type }), { colorSpaceConversion: 'none', premultiplyAlpha: 'none' })
