import { inputError } from '../../shared/errors'

/**
 * Largest photo in pixels. Cameras sold as "100 megapixels" write 102 million pixels and phones write 108; anything
 * above is refused by its header, before a decoder may ask for memory.
 */
export const MAX_PIXELS = 110_000_000

/** A face needs some pixels; below this no detector input is worth making. */
export const MIN_SIDE = 16

/** Largest file that is read, in bytes: an uncompressed 16-bit photo of MAX_PIXELS is larger than any camera's file. */
export const MAX_FILE_BYTES = 512 * 1024 * 1024

/** Longest time that libvips may spend on one picture, in seconds; a 100-megapixel photo takes one or two, in CMYK ten. */
export const MAX_DECODE_SECONDS = 120

/**
 * Refuses a picture by the size its header states.
 * @throws VidimusError `photo.bomb` or `photo.too-small` (input).
 */
export function checkSize(width: number, height: number): void {
  if (width * height > MAX_PIXELS)
    throw inputError(
      'photo.bomb',
      `The picture says it is ${width} x ${height} pixels, more than the limit of ${MAX_PIXELS / 1e6} megapixels; it was not decoded. ` +
        'If it is a real photo, crop or reduce a copy to the part with the face and use that.',
      { detail: { width, height, limit: MAX_PIXELS } }
    )
  if (Math.min(width, height) < MIN_SIDE)
    throw inputError(
      'photo.too-small',
      `The picture is ${width} x ${height} pixels; ${MIN_SIDE} x ${MIN_SIDE} is the least that can hold a face. Use a larger copy of the photo.`,
      { detail: { width, height } }
    )
}
