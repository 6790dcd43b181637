import { inputError } from '../../shared/errors'

/** Picture formats that Vidimus reads. */
export type PhotoFormat = 'jpeg' | 'png' | 'webp' | 'tiff' | 'avif' | 'gif' | 'bmp' | 'heic'

const FORMAT_LIST = 'JPEG, PNG, WebP, TIFF, AVIF, GIF, BMP or HEIC'

const AVIF_BRANDS = new Set(['avif', 'avis'])
const HEIF_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'mif2', 'msf1', 'miaf'])

/** First bytes of files that people mistake for photos, to name them in the refusal. */
const KNOWN_STRANGERS: readonly (readonly [string, string])[] = [
  ['%PDF', 'a PDF document'], ['PK\x03\x04', 'a ZIP archive or office document'], ['8BPS', 'a Photoshop document'],
  ['<svg', 'an SVG drawing'], ['<?xml', 'an XML document'], ['<!DOCTYPE', 'a web page'], ['<html', 'a web page'],
  ['\x7fELF', 'a program'], ['MZ', 'a program'], ['\xff\x0a', 'a JPEG XL picture'],
  ['\0\0\0\x0cJXL ', 'a JPEG XL picture'], ['\0\0\0\x0cjP  ', 'a JPEG 2000 picture'], ['\x1a\x45\xdf\xa3', 'a video'],
  ['\0\0\x01\0', 'an icon'], ['FUJIFILM', 'a raw camera file'], ['IIU\0', 'a raw camera file']
]

/** As much of a file's beginning as telling its format takes. */
export const HEAD_BYTES = 512

/**
 * The format told by the first bytes, never by the file's name; null where it is none that Vidimus reads.
 * Only what this says is handed to a decoder, so the file cannot choose a decoder of its own.
 */
export function sniffFormat(bytes: Uint8Array): PhotoFormat | null {
  const head = latin1(bytes, 0, 16)
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'gif'
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp'
  if (['II*\0', 'MM\0*', 'II+\0', 'MM\0+'].includes(head.slice(0, 4))) return 'tiff'
  if (head.startsWith('BM') && hasBmpHeader(bytes)) return 'bmp'
  return head.slice(4, 8) === 'ftyp' ? heifFormat(bytes) : null
}

/**
 * The format, or why it is none.
 * @param bytes the file, or its first HEAD_BYTES
 * @throws VidimusError `photo.empty`, `photo.unknown` (input)
 */
export function requireFormat(bytes: Uint8Array): PhotoFormat {
  if (bytes.length === 0) throw inputError('photo.empty', 'The photo is empty (0 bytes). Get the file again from its source.')
  const format = sniffFormat(bytes)
  if (format) return format
  throw inputError('photo.unknown', `This is not a photo Vidimus can read: it is ${describeStranger(bytes)}. Use a ${FORMAT_LIST} file.`)
}

/** What a file that is no photo looks like, in words. */
function describeStranger(bytes: Uint8Array): string {
  const head = latin1(bytes, 0, 16)
  const known = KNOWN_STRANGERS.find(([start]) => head.startsWith(start))
  if (known) return known[1]
  if (head.slice(4, 8) === 'ftyp') return 'a video or an unknown kind of HEIF'
  return bytes.subarray(0, HEAD_BYTES).every(isText) ? 'a text file' : 'none of the formats Vidimus knows'
}

const isText = (byte: number): boolean => byte === 9 || byte === 10 || byte === 13 || (byte >= 32 && byte !== 127)

/** "BM" alone is two letters of plain text; the size of the next header settles it. */
function hasBmpHeader(bytes: Uint8Array): boolean {
  return bytes.length >= 18 && [12, 16, 40, 52, 56, 64, 108, 124].includes(bytes[14]! | (bytes[15]! << 8) | (bytes[16]! << 16))
}

/** The brands of the `ftyp` box decide between AV1 (libvips) and HEVC (libheif). */
function heifFormat(bytes: Uint8Array): PhotoFormat | null {
  const length = Math.min(new DataView(bytes.buffer, bytes.byteOffset).getUint32(0), bytes.length, 256)
  const brands = [latin1(bytes, 8, 12)]
  for (let at = 16; at + 4 <= length; at += 4) brands.push(latin1(bytes, at, at + 4))
  if (brands.some((brand) => AVIF_BRANDS.has(brand))) return 'avif'
  return brands.some((brand) => HEIF_BRANDS.has(brand)) ? 'heic' : null
}

const latin1 = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to))
