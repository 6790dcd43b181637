import { inputError } from '../../shared/errors'

/** What a bitmap's headers say, checked. */
export interface BmpHeader {
  width: number
  height: number
  topDown: boolean
  bits: 1 | 4 | 8 | 16 | 24 | 32
  rle: boolean
  /** Offset of the pixel data in the file. */
  pixelsAt: number
  /** R, G, B of each entry; empty above 8 bits. */
  palette: Uint8Array
  /** Bits of R, G and B in a pixel; used above 8 bits. */
  masks: [red: number, green: number, blue: number]
}

const RGB = 0
const RLE8 = 1
const RLE4 = 2
const BIT_FIELDS = 3
const ALPHA_BIT_FIELDS = 6
const CORE_HEADER = 12
const INFO_HEADER = 40

/** Colour depth -> the way of packing it may come in. */
const PACKINGS: Record<number, readonly number[]> = {
  1: [RGB], 4: [RGB, RLE4], 8: [RGB, RLE8], 16: [RGB, BIT_FIELDS, ALPHA_BIT_FIELDS], 24: [RGB], 32: [RGB, BIT_FIELDS, ALPHA_BIT_FIELDS]
}

/** @throws VidimusError `photo.damaged` (input) for headers cut off or of an unknown kind. */
export function readBmpHeader(bytes: Uint8Array): BmpHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return parse(view)
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw inputError('photo.damaged', `The BMP is cut off inside its header (${bytes.length} bytes). Get the complete file again from its source.`, { cause })
  }
}

function parse(view: DataView): BmpHeader {
  const size = view.getUint32(14, true)
  const core = size === CORE_HEADER
  const storedHeight = core ? view.getUint16(20, true) : view.getInt32(22, true)
  const bits = view.getUint16(core ? 24 : 28, true)
  const packing = core ? RGB : size >= 20 ? view.getUint32(30, true) : RGB
  if (!PACKINGS[bits]?.includes(packing))
    throw inputError('photo.damaged', `The BMP has ${bits} bits a pixel packed by method ${packing}; Vidimus reads 1, 4, 8, 16, 24 and 32 bits. Save a copy as PNG.`)
  const wide = size >= INFO_HEADER
  return {
    width: core ? view.getUint16(18, true) : Math.max(0, view.getInt32(18, true)),
    height: Math.abs(storedHeight),
    topDown: storedHeight < 0,
    bits: bits as BmpHeader['bits'],
    rle: packing === RLE4 || packing === RLE8,
    pixelsAt: view.getUint32(10, true),
    palette: bits > 8 ? new Uint8Array() : readPalette(view, 14 + size, core ? 3 : 4, (wide && view.getUint32(46, true)) || 1 << bits),
    masks: packing === RGB ? defaultMasks(bits) : [view.getUint32(54, true), view.getUint32(58, true), view.getUint32(62, true)]
  }
}

/** Entries are B, G, R and, but for OS/2's old header, one unused byte. */
function readPalette(view: DataView, at: number, entrySize: 3 | 4, stated: number): Uint8Array {
  const room = Math.floor((view.byteLength - at) / entrySize)
  const count = Math.max(0, Math.min(stated, 256, room))
  const out = new Uint8Array(256 * 3)
  for (let i = 0; i < count; i++) for (let c = 0; c < 3; c++) out[i * 3 + c] = view.getUint8(at + i * entrySize + 2 - c)
  return out
}

const defaultMasks = (bits: number): BmpHeader['masks'] => (bits === 16 ? [0x7c00, 0x03e0, 0x001f] : [0xff0000, 0xff00, 0xff])
