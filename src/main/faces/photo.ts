import type { Box } from '../../shared/domain/face'
import { decodeBmp } from './bmp'
import { requireFormat, type PhotoFormat } from './format'
import { decodeHeic } from './heic'
import { checkSize } from './limits'
import { cropPixels, type Pixels } from './pixels'
import { wrapAsTiff } from './tiff'
import { decodeRegion, decodeWhole, readHeader } from './vips'

/** Pixels of the working copy at most; larger photos are shrunk for looking, and opened again for the face alone. */
export const WORKING_PIXELS = 16_000_000

/** A decoded photo. Coordinates are pixels of the upright picture. */
export interface Photo {
  readonly format: PhotoFormat
  /** Upright size, pixels. */
  readonly width: number
  readonly height: number
  /** EXIF orientation found in the file (1..8; 1 where it has none). Already applied. */
  readonly orientation: number
  /** What the decoder complained about without giving up. */
  readonly warnings: readonly string[]
  /** The whole picture in sRGB, at most WORKING_PIXELS. */
  readonly working: Pixels
  /** Working-copy pixels per photo pixel, <= 1; 1 for photos up to WORKING_PIXELS. */
  readonly scale: number
  /** A region at the photo's own resolution; whole-number sides inside the picture. */
  region(box: Box): Promise<Pixels>
}

/**
 * Decodes a photo: format by its first bytes, size limits by its header before any pixel, then EXIF orientation, ICC
 * profile to sRGB, first frame or page, 8 bits.
 *
 * Memory: the file, the working copy (48 MB at most) and what the decoder needs; HEIC and BMP, and progressive or
 * interlaced files, are decoded whole on the way (about 3 to 6 bytes a pixel).
 *
 * @param bytes the file, untouched
 * @throws VidimusError (input) `photo.empty`, `photo.unknown`, `photo.bomb`, `photo.too-small`, `photo.damaged`.
 */
export async function openPhoto(bytes: Uint8Array): Promise<Photo> {
  const format = requireFormat(bytes)
  const readable = await readableBytes(bytes, format)
  const header = await readHeader(readable)
  checkSize(header.width, header.height)
  const { width, height } = header.autoOrient
  const scale = Math.min(1, Math.sqrt(WORKING_PIXELS / (width * height)))
  const { pixels, warnings } = await decodeWhole(readable, Math.round(width * scale), Math.round(height * scale))
  const region = async (box: Box) => (scale === 1 ? cropPixels(pixels, box) : (await decodeRegion(readable, box)).pixels)
  return { format, width, height, orientation: header.orientation ?? 1, warnings, working: pixels, scale, region }
}

/** Bytes that libvips reads: the file itself, or its decoded picture where libvips has no decoder. */
async function readableBytes(bytes: Uint8Array, format: PhotoFormat): Promise<Uint8Array> {
  if (format === 'bmp') return wrapAsTiff(decodeBmp(bytes))
  if (format === 'heic') return wrapAsTiff(await decodeHeic(bytes))
  return bytes
}
