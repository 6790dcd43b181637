import sharp, { type Metadata, type Sharp } from 'sharp'
import type { Box } from '../../shared/domain/face'
import { inputError, VidimusError } from '../../shared/errors'
import { MAX_DECODE_SECONDS, MAX_PIXELS } from './limits'
import type { Pixels } from './pixels'

// The only importer of sharp. libvips would keep recent results for later calls; photos of 100 megapixels must not stay.
sharp.cache(false)

/**
 * 'error' refuses cut-off and undecodable data, but not the harmless faults many cameras write (stray bytes between
 * markers, odd EXIF); those come back as warnings. `unlimited` stays off: libvips then bounds progressive scans too.
 */
const OPTIONS = { limitInputPixels: MAX_PIXELS, failOn: 'error', sequentialRead: true, pages: 1 } as const

/** What a file's header says. Sizes are as stored, before orientation. */
export async function readHeader(bytes: Uint8Array): Promise<Metadata> {
  try {
    return await sharp(bytes, { ...OPTIONS, limitInputPixels: false }).metadata()
  } catch (cause) {
    throw damaged(cause)
  }
}

/** Upright sRGB pixels and what the decoder complained about without giving up. */
export interface Decoded {
  pixels: Pixels
  warnings: string[]
}

/** The whole upright picture, shrunk to width x height where that differs from its own size. */
export const decodeWhole = (bytes: Uint8Array, width: number, height: number): Promise<Decoded> =>
  decode(bytes, (image) => image.resize(width, height, { fit: 'fill', kernel: 'linear' }))

/** A whole-pixel region of the upright picture at its own size. Decodes from the top, holds only the region. */
export const decodeRegion = (bytes: Uint8Array, { x, y, width, height }: Box): Promise<Decoded> =>
  decode(bytes, (image) => image.extract({ left: x, top: y, width, height }))

/**
 * Colours go through the file's ICC profile to sRGB (CMYK without a profile through libvips' own), 16 bits become 8,
 * and transparent places become white: what lies under them was never meant to be seen.
 */
async function decode(bytes: Uint8Array, shape: (image: Sharp) => Sharp): Promise<Decoded> {
  const image = shape(sharp(bytes, OPTIONS).autoOrient())
  const warnings = new Set<string>()
  image.on('warning', (text: string) => warnings.add(text))
  try {
    const { data, info } = await image
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .timeout({ seconds: MAX_DECODE_SECONDS })
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    return { pixels: toRgb(data, info.width, info.height, info.channels), warnings: [...warnings] }
  } catch (cause) {
    throw damaged(cause)
  }
}

/**
 * Pixels as an opaque PNG. Little effort: a photo is written in a quarter of the time for a tenth more bytes.
 *
 * @param channels 3 (RGB) or 4 (RGBA, opaque)
 * @param density dots an inch, for print
 */
export function encodePng(data: Uint8Array, width: number, height: number, channels: 3 | 4, density = 72): Promise<Buffer> {
  return sharp(data, { raw: { width, height, channels } }).removeAlpha().withMetadata({ density }).png({ compressionLevel: 2, adaptiveFiltering: true }).toBuffer()
}

/**
 * A filter of libvips on raw pixels; what it gives has the same size and number of channels.
 *
 * @param channels 1 (grey) or 3 (sRGB)
 * @throws VidimusError `photo.filter` (fault) where libvips refuses
 */
export async function filterPixels(data: Uint8Array, width: number, height: number, channels: 1 | 3, filter: (image: Sharp) => Sharp): Promise<Uint8Array> {
  try {
    const image = filter(sharp(data, { raw: { width, height, channels }, limitInputPixels: MAX_PIXELS }))
    const { data: out, info } = await image.toColourspace(channels === 1 ? 'b-w' : 'srgb').timeout({ seconds: MAX_DECODE_SECONDS }).raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true })
    if (info.width !== width || info.height !== height || info.channels !== channels) throw new Error(`it gave ${info.width} x ${info.height} x ${info.channels}`)
    return new Uint8Array(out.buffer, out.byteOffset, out.length)
  } catch (cause) {
    throw new VidimusError('fault', 'photo.filter', `A picture of ${width} x ${height} pixels could not be filtered: ${cause instanceof Error ? cause.message : String(cause)}. Remove the step, or use a smaller value.`, { cause })
  }
}

export interface EncodedPicture {
  type: 'image/png' | 'image/jpeg' | 'image/webp'
  bytes: Uint8Array<ArrayBuffer>
  width: number
  height: number
}

/**
 * A picture for looking: at most `longest` pixels wide and high (Lanczos), sRGB.
 *
 * @param as `lossless`: PNG; `fine`: JPEG of quality 92 with full colour resolution; `small`: WebP of quality 80
 */
export async function encodeForLooking({ width, height, data }: Pixels, longest: number, as: 'lossless' | 'fine' | 'small'): Promise<EncodedPicture> {
  const image = sharp(data, { raw: { width, height, channels: 3 }, limitInputPixels: MAX_PIXELS }).resize(longest, longest, { fit: 'inside', withoutEnlargement: true })
  const encoders: Record<typeof as, () => [EncodedPicture['type'], Sharp]> = {
    lossless: () => ['image/png', image.png({ compressionLevel: 2, adaptiveFiltering: true })],
    fine: () => ['image/jpeg', image.jpeg({ quality: 92, chromaSubsampling: '4:4:4' })],
    small: () => ['image/webp', image.webp({ quality: 80 })]
  }
  const [type, encoded] = encoders[as]()
  const { data: bytes, info } = await encoded.toBuffer({ resolveWithObject: true })
  return { type, bytes: new Uint8Array(bytes), width: info.width, height: info.height }
}

function toRgb(data: Uint8Array, width: number, height: number, channels: number): Pixels {
  if (channels === 3) return { width, height, data: new Uint8Array(data.buffer, data.byteOffset, data.length) }
  const out = new Uint8Array(width * height * 3)
  for (let i = 0; i < width * height; i++) out.fill(data[i * channels]!, i * 3, i * 3 + 3)
  return { width, height, data: out }
}

function damaged(cause: unknown) {
  const text = (cause instanceof Error ? cause.message : String(cause)).split('\n')[0]?.trim().replace(/\.$/, '')
  return inputError(
    'photo.damaged',
    `The photo could not be decoded; its data are damaged, cut off or of an unusual kind (decoder: ${text}). ` +
      'Get the complete file again from its source and compare sizes; do not repair the exhibit itself.',
    { cause }
  )
}
