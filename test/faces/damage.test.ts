import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { openPhoto } from '../../src/main/faces/photo'
import { demoPhoto } from './support'

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text)
const be32 = (value: number): number[] => [value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255]

describe('openPhoto refuses', () => {
  it('an empty file', () => expect(openPhoto(new Uint8Array())).rejects.toMatchObject({ kind: 'input', code: 'photo.empty' }))

  it.each([
    ['a text file', ascii('Begin: this is no photo.\n')], ['a PDF document', ascii('%PDF-1.7\n%....')], ['an SVG drawing', ascii('<svg xmlns="http://www.w3.org/2000/svg" width="50" height="50"/>')],
    ['a text file', ascii('BMW is a maker of cars and nothing else')], ['a ZIP archive', ascii('PK\x03\x04....')], ['none of the formats', Uint8Array.from({ length: 99 }, (_, i) => i * 7)]
  ])('%s, and names it', (name, bytes) => expect(openPhoto(bytes)).rejects.toMatchObject({ kind: 'input', code: 'photo.unknown', message: expect.stringContaining(name) }))

  it.each(['jpeg', 'png', 'webp', 'tiff', 'avif', 'gif'] as const)('a %s cut off anywhere', async (format) => {
    const whole = await sharp(await demoPhoto(1)).resize(300).toFormat(format).toBuffer()
    for (const share of [0.02, 0.3, 0.6, 0.9, 0.98]) {
      const cut = whole.subarray(0, Math.floor(whole.length * share))
      await expect(openPhoto(cut), `${format} ${share}`).rejects.toMatchObject({ kind: 'input', code: 'photo.damaged' })
    }
  })

  it('a HEIC cut off anywhere', async () => {
    const whole = await readFile('test/fixtures/face-display-p3.heic')
    for (const share of [0.01, 0.1, 0.5, 0.9, 0.99])
      await expect(openPhoto(whole.subarray(0, Math.floor(whole.length * share))), String(share)).rejects.toMatchObject({ kind: 'input', code: 'photo.damaged' })
  })

  it('a photo too small to hold a face', async () => {
    const small = await sharp({ create: { width: 12, height: 400, channels: 3, background: '#888' } }).png().toBuffer()
    await expect(openPhoto(small)).rejects.toMatchObject({ kind: 'input', code: 'photo.too-small' })
  })
})

describe('a decompression bomb is refused by its header', () => {
  const refused = { kind: 'input', code: 'photo.bomb', detail: { width: 50_000, height: 40_000 } }
  const opened = async (bytes: Uint8Array) => {
    const before = process.memoryUsage.rss()
    const started = performance.now()
    const result = await openPhoto(bytes).catch((error: unknown) => error)
    expect(performance.now() - started).toBeLessThan(2_000)
    expect(process.memoryUsage.rss() - before).toBeLessThan(200e6)
    return result
  }

  it('PNG', async () => {
    const png = new Uint8Array(await sharp({ create: { width: 20, height: 20, channels: 3, background: '#888' } }).png().toBuffer())
    png.set([...be32(50_000), ...be32(40_000)], 16)
    png.set(be32(crc32(png.subarray(12, 29))), 29)
    expect(await opened(png)).toMatchObject(refused)
  })

  it('JPEG', async () => {
    const jpeg = new Uint8Array(await sharp({ create: { width: 64, height: 64, channels: 3, background: '#888' } }).jpeg().toBuffer())
    const frame = jpeg.findIndex((byte, i) => byte === 0xff && jpeg[i + 1] === 0xc0)
    jpeg.set([40_000 >> 8, 40_000 & 255, 50_000 >> 8, 50_000 & 255], frame + 5)
    expect(await opened(jpeg)).toMatchObject(refused)
  })

  it('BMP', async () => {
    const bmp = new Uint8Array(200)
    bmp.set([0x42, 0x4d])
    const view = new DataView(bmp.buffer)
    for (const [at, value] of [[10, 54], [14, 40], [18, 50_000], [22, 40_000], [28, 24]] as const) view.setUint32(at, value, true)
    expect(await opened(bmp)).toMatchObject(refused)
  })

  it('HEIC', async () => {
    const heic = new Uint8Array(await readFile('test/fixtures/face-display-p3.heic'))
    const ispe = Buffer.from(heic.buffer).indexOf('ispe')
    heic.set([...be32(50_000), ...be32(40_000)], ispe + 8)
    // libheif may refuse such a size by its own limits first.
    expect(['photo.bomb', 'photo.damaged']).toContain(((await opened(heic)) as { code: string }).code)
  })
})

/** CRC-32 as PNG wants it (ISO 3309). */
function crc32(bytes: Uint8Array): number {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}
