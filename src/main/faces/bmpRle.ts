import { inputError } from '../../shared/errors'
import type { BmpHeader } from './bmpHeader'

/**
 * Palette numbers from RLE4 or RLE8 data, rows from the top; places that the data jump over are 0.
 * Writes outside the picture are dropped. Every step consumes two bytes, so the time is bounded by the file's size.
 * Source: Microsoft, "Bitmap Compression".
 *
 * @throws VidimusError `photo.damaged` (input) where the data end before the end-of-bitmap mark and before the last row.
 */
export function readRle(bytes: Uint8Array, { width, height, bits, pixelsAt, topDown }: BmpHeader): Uint8Array {
  const out = new Uint8Array(width * height)
  let [x, y, at] = [0, 0, pixelsAt]
  const put = (value: number): void => {
    if (x < width && y < height) out[(topDown ? y : height - 1 - y) * width + x] = value
    x++
  }
  const nibbleOrByte = (from: number, i: number): number =>
    bits === 8 ? bytes[from + i]! : (bytes[from + (i >> 1)]! >> (i % 2 === 0 ? 4 : 0)) & 15

  while (at + 1 < bytes.length) {
    const count = bytes[at]!
    const value = bytes[at + 1]!
    at += 2
    if (count > 0) {
      for (let i = 0; i < count; i++) put(bits === 8 ? value : (value >> (i % 2 === 0 ? 4 : 0)) & 15)
    } else if (value === 0) {
      x = 0
      y++
    } else if (value === 1) {
      return out
    } else if (value === 2) {
      x += bytes[at] ?? 0
      y += bytes[at + 1] ?? 0
      at += 2
    } else {
      const length = bits === 8 ? value : Math.ceil(value / 2)
      if (at + length > bytes.length) break
      for (let i = 0; i < value; i++) put(nibbleOrByte(at, i))
      at += length + (length % 2)
    }
  }
  if (y >= height - 1 && x >= width) return out
  throw inputError('photo.damaged', `The BMP is cut off in row ${Math.min(y + 1, height)} of ${height}. Get the complete file again from its source.`)
}
