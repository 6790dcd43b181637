import { readFile } from 'node:fs/promises'
import sharp, { type Sharp } from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { openPhoto } from '../../src/main/faces/photo'
import type { Pixels } from '../../src/main/faces/pixels'
import { demoPhoto, meanDifference } from './support'

const WIDTH = 480
const HEIGHT = 360
/** The source of every file below: its pixels are known before any encoder or decoder of ours sees them. */
let truth: Pixels
let grey: Pixels
const from = ({ width, height, data }: Pixels): Sharp => sharp(data, { raw: { width, height, channels: 3 } })
const decoded = async (bytes: Uint8Array): Promise<Pixels> => (await openPhoto(bytes)).working

/** A JPEG without its APP2 segments, where the ICC profile lies. */
function withoutProfile(jpeg: Uint8Array): Uint8Array {
  const kept = [jpeg.subarray(0, 2)]
  let at = 2
  while (jpeg[at + 1] !== 0xda) {
    const end = at + 2 + ((jpeg[at + 2]! << 8) | jpeg[at + 3]!)
    if (jpeg[at + 1] !== 0xe2) kept.push(jpeg.subarray(at, end))
    at = end
  }
  return Buffer.concat([...kept, jpeg.subarray(at)])
}

beforeAll(async () => {
  const data = await sharp(await demoPhoto(6)).resize(WIDTH, HEIGHT).raw().toBuffer()
  truth = { width: WIDTH, height: HEIGHT, data }
  grey = { width: WIDTH, height: HEIGHT, data: Uint8Array.from(data, (_, i) => data[i - (i % 3) + 1]!) }
})

describe('openPhoto reads', () => {
  const lossless: [string, (image: Sharp) => Sharp][] = [
    ['png', (image) => image.png()],
    ['png with a palette of its own colours', (image) => image.png({ progressive: true })],
    ['webp without loss', (image) => image.webp({ lossless: true })],
    ['tiff, uncompressed', (image) => image.tiff({ compression: 'none' })],
    ['tiff, LZW, tiled', (image) => image.tiff({ compression: 'lzw', tile: true })]
  ]
  it.each(lossless)('%s: every pixel', async (_, encode) => {
    expect(meanDifference(await decoded(await encode(from(truth)).toBuffer()), truth)).toBe(0)
  })

  const lossy: [string, (image: Sharp) => Sharp, number][] = [
    ['jpeg', (image) => image.jpeg({ quality: 95 }), 2],
    ['jpeg, progressive, 4:4:4', (image) => image.jpeg({ quality: 95, progressive: true, chromaSubsampling: '4:4:4' }), 2],
    ['webp', (image) => image.webp({ quality: 95 }), 3],
    ['avif', (image) => image.avif({ quality: 90, effort: 0 }), 3],
    ['gif', (image) => image.gif(), 8],
    ['tiff, JPEG inside', (image) => image.tiff({ compression: 'jpeg', quality: 95 }), 2]
  ]
  it.each(lossy)('%s: nearly every pixel', async (_, encode, limit) => {
    expect(meanDifference(await decoded(await encode(from(truth)).toBuffer()), truth)).toBeLessThan(limit)
  })

  it('16 bits a channel as 8', async () => {
    const png = await from(truth).toColourspace('rgb16').png().toBuffer()
    expect((await sharp(png).metadata()).depth).toBe('ushort')
    expect(meanDifference(await decoded(png), truth)).toBeLessThan(1)
  })

  it.each(['png', 'jpeg', 'tiff', 'webp'] as const)('greyscale %s as three equal channels', async (format) => {
    const file = await from(grey).toColourspace('b-w').toFormat(format, { quality: 95 }).toBuffer()
    expect(meanDifference(await decoded(file), grey)).toBeLessThan(2)
  })

  it('16-bit greyscale', async () => {
    const file = await from(grey).toColourspace('grey16').png().toBuffer()
    expect((await sharp(file).metadata()).channels).toBe(1)
    expect(meanDifference(await decoded(file), grey)).toBeLessThan(1)
  })

  it('CMYK JPEG with a profile, as print shops send it (inverted, Adobe marker)', async () => {
    const file = await from(truth).toColourspace('cmyk').withIccProfile('cmyk').jpeg({ quality: 95 }).toBuffer()
    expect(await sharp(file).metadata()).toMatchObject({ space: 'cmyk', hasProfile: true })
    // Print inks cannot show every screen colour: the limit is what the gamut costs, far from an inverted picture.
    expect(meanDifference(await decoded(file), truth)).toBeLessThan(12)
  })

  it('CMYK JPEG without a profile', async () => {
    const file = withoutProfile(await from(truth).toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer())
    expect(await sharp(file).metadata()).toMatchObject({ space: 'cmyk', hasProfile: false })
    expect(meanDifference(await decoded(file), truth)).toBeLessThan(12)
  })

  it('Display P3 converted to sRGB', async () => {
    const file = await from(truth).withIccProfile('p3').png().toBuffer()
    expect(await sharp(file).metadata()).toMatchObject({ hasProfile: true })
    expect(meanDifference(await decoded(file), truth)).toBeLessThan(2)
  })

  it('transparent places as white, half transparent ones mixed', async () => {
    const alpha = Uint8Array.from({ length: WIDTH * HEIGHT }, (_, i) => (i % WIDTH < WIDTH / 2 ? 0 : 128))
    const file = await from(truth).joinChannel(Buffer.from(alpha), { raw: { width: WIDTH, height: HEIGHT, channels: 1 } }).png().toBuffer()
    const { data } = await decoded(file)
    expect([...data.subarray(0, 3)]).toEqual([255, 255, 255])
    const at = (WIDTH - 1) * 3
    expect(Math.abs(data[at]! - (truth.data[at]! * 128 + 255 * 127) / 255)).toBeLessThan(2)
  })

  it.each(['gif', 'webp', 'tiff'] as const)('the first picture of several in %s', async (format) => {
    const second = Buffer.alloc(truth.data.length, 255)
    const both = { width: WIDTH, height: HEIGHT * 2, data: Buffer.concat([truth.data, second]) }
    const many = await sharp(both.data, { raw: { ...both, channels: 3, pageHeight: HEIGHT } }).toFormat(format, { quality: 95 }).toBuffer()
    expect((await sharp(many).metadata()).pages).toBe(2)
    const picture = await decoded(many)
    expect(meanDifference(picture, truth)).toBeLessThan(8)
  })

  it('HEIC from libheif, its Display P3 profile applied', async () => {
    const photo = await openPhoto(await readFile('test/fixtures/face-display-p3.heic'))
    expect(photo).toMatchObject({ format: 'heic', width: 320, height: 320 })
    const original = await sharp(await demoPhoto(6)).extract({ left: 230, top: 330, width: 480, height: 480 }).resize(320, 320).raw().toBuffer()
    expect(meanDifference(photo.working, { width: 320, height: 320, data: original })).toBeLessThan(5)
  })
})

describe('EXIF orientation', () => {
  /** EXIF 2.32, tag 274: which place of the upright picture a stored row and column show. */
  const seen: Record<number, (row: number, column: number) => [x: number, y: number]> = {
    1: (row, column) => [column, row], 2: (row, column) => [WIDTH - 1 - column, row],
    3: (row, column) => [WIDTH - 1 - column, HEIGHT - 1 - row], 4: (row, column) => [column, HEIGHT - 1 - row],
    5: (row, column) => [row, column], 6: (row, column) => [WIDTH - 1 - row, column],
    7: (row, column) => [WIDTH - 1 - row, HEIGHT - 1 - column], 8: (row, column) => [row, HEIGHT - 1 - column]
  }
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('%i is applied', async (orientation) => {
    const [width, height] = orientation < 5 ? [WIDTH, HEIGHT] : [HEIGHT, WIDTH]
    const stored = { width, height, data: new Uint8Array(width * height * 3) }
    for (let row = 0; row < height; row++)
      for (let column = 0; column < width; column++) {
        const [x, y] = seen[orientation]!(row, column)
        stored.data.set(truth.data.subarray((y * WIDTH + x) * 3, (y * WIDTH + x) * 3 + 3), (row * width + column) * 3)
      }
    const file = await from(stored).withMetadata({ orientation }).tiff({ compression: 'none' }).toBuffer()
    const photo = await openPhoto(file)
    expect(photo).toMatchObject({ width: WIDTH, height: HEIGHT, orientation })
    expect(meanDifference(photo.working, truth)).toBe(0)
  })
})

describe('Photo.region', () => {
  it('of a small photo is cut from the working copy', async () => {
    const photo = await openPhoto(await from(truth).png().toBuffer())
    const region = await photo.region({ x: 100, y: 50, width: 7, height: 5 })
    expect([...region.data.subarray(0, 3)]).toEqual([...truth.data.subarray((50 * WIDTH + 100) * 3, (50 * WIDTH + 100) * 3 + 3)])
  })

  it.each([1, 6, 3])('of a photo above 16 megapixels has its full resolution, orientation %i', async (orientation) => {
    const [width, height] = [4400, 4000]
    const noise = { width, height, data: new Uint8Array(width * height * 3) }
    for (let i = 0; i < noise.data.length; i++) noise.data[i] = Math.imul(i, 2654435761) >>> 24
    const turned = orientation === 6 ? from(noise).rotate(270) : orientation === 3 ? from(noise).rotate(180) : from(noise)
    const stored = await turned.raw().toBuffer({ resolveWithObject: true })
    const file = await from({ ...stored.info, data: stored.data }).withMetadata({ orientation }).tiff({ compression: 'none' }).toBuffer()
    const photo = await openPhoto(file)
    expect(photo).toMatchObject({ width, height })
    expect(photo.scale).toBeLessThan(1)
    expect(photo.working.width * photo.working.height).toBeLessThan(16_100_000)
    const region = await photo.region({ x: 4321, y: 3210, width: 40, height: 30 })
    const expected = await from(noise).extract({ left: 4321, top: 3210, width: 40, height: 30 }).raw().toBuffer()
    expect(meanDifference(region, { width: 40, height: 30, data: expected })).toBe(0)
  })
})
