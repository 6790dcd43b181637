import { inputError } from '../../shared/errors'
import { readBmpHeader, type BmpHeader } from './bmpHeader'
import { readRle } from './bmpRle'
import { checkSize } from './limits'
import type { RawPicture } from './tiff'

/**
 * A Windows or OS/2 bitmap: 1, 4, 8, 16, 24 and 32 bits a pixel, RLE4, RLE8, bit fields, rows from below or above.
 * Own code, because libvips as shipped with sharp reads no BMP, and `bmp-ts` (tried, 1.0.9) stops after the first row
 * of a 4-bit picture of odd width, ignores where the header says the pixels start, and mixes up channels.
 *
 * Format: Microsoft, "Bitmap Storage" and "Bitmap Compression" (Windows GDI).
 *
 * @throws VidimusError (input) `photo.damaged`, `photo.bomb`, `photo.too-small`.
 */
export function decodeBmp(bytes: Uint8Array): RawPicture {
  const header = readBmpHeader(bytes)
  checkSize(header.width, header.height)
  const data = new Uint8Array(header.width * header.height * 3)
  if (header.rle) fillFromIndices(data, readRle(bytes, header), header)
  else if (header.bits <= 8) fillFromIndices(data, readIndices(bytes, header), header)
  else fillFromMasks(data, bytes, header)
  return { width: header.width, height: header.height, channels: 3, data }
}

/** Where a row's bytes start; rows are padded to four bytes. Refuses a file that ends before its last row. */
function rowStarts(bytes: Uint8Array, { width, height, bits, pixelsAt, topDown }: BmpHeader): (y: number) => number {
  const stride = Math.ceil((width * bits) / 32) * 4
  const needed = pixelsAt + stride * (height - 1) + Math.ceil((width * bits) / 8)
  if (bytes.length < needed)
    throw inputError('photo.damaged', `The BMP is cut off: ${needed} bytes are needed, ${bytes.length} are there. Get the complete file again from its source.`)
  return (y) => pixelsAt + stride * (topDown ? y : height - 1 - y)
}

/** One palette number a pixel, rows from the top. */
function readIndices(bytes: Uint8Array, header: BmpHeader): Uint8Array {
  const { width, height, bits } = header
  const start = rowStarts(bytes, header)
  const out = new Uint8Array(width * height)
  const perByte = 8 / bits
  const mask = (1 << bits) - 1
  for (let y = 0; y < height; y++)
    for (let x = 0, from = start(y); x < width; x++) {
      const shift = 8 - bits * ((x % perByte) + 1)
      out[y * width + x] = (bytes[from + Math.floor(x / perByte)]! >> shift) & mask
    }
  return out
}

/** Numbers beyond the palette are black, as Windows shows them. */
function fillFromIndices(data: Uint8Array, indices: Uint8Array, { palette }: BmpHeader): void {
  for (let i = 0; i < indices.length; i++) data.set(palette.subarray(indices[i]! * 3, indices[i]! * 3 + 3), i * 3)
}

function fillFromMasks(data: Uint8Array, bytes: Uint8Array, header: BmpHeader): void {
  const { width, height, bits, masks } = header
  const start = rowStarts(bytes, header)
  const channels = masks.map(channelReader)
  const size = bits / 8
  for (let y = 0, to = 0; y < height; y++)
    for (let x = 0, from = start(y); x < width; x++, from += size) {
      let value = bytes[from]! | (bytes[from + 1]! << 8)
      if (size > 2) value |= bytes[from + 2]! << 16
      if (size > 3) value |= bytes[from + 3]! << 24
      for (let c = 0; c < 3; c++) data[to++] = channels[c]!(value)
    }
}

/** Takes the bits under the mask and stretches them to 0..255. */
function channelReader(mask: number): (value: number) => number {
  if (mask === 0) return () => 0
  const shift = 31 - Math.clz32(mask & -mask)
  const max = (mask >>> shift) >>> 0
  return (value) => Math.round((((value & mask) >>> shift) * 255) / max)
}
