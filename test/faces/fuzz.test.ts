import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { openPhoto } from '../../src/main/faces/photo'
import { VidimusError } from '../../src/shared/errors'
import { demoPhoto } from './support'

const FORMATS = ['jpeg', 'png', 'webp', 'tiff', 'avif', 'gif', 'bmp', 'heic'] as const
const seeds = {} as Record<(typeof FORMATS)[number], Uint8Array>

beforeAll(async () => {
  const small = sharp(await demoPhoto(3)).resize(96, 72)
  for (const format of ['jpeg', 'png', 'webp', 'tiff', 'avif', 'gif'] as const) seeds[format] = await small.clone().toFormat(format).toBuffer()
  seeds.bmp = await rleBmp()
  seeds.heic = await readFile('test/fixtures/face-display-p3.heic')
})

/** 96 x 72, RLE8, grey: the packing with most to go wrong. */
async function rleBmp(): Promise<Uint8Array> {
  const grey = await sharp(await demoPhoto(3)).resize(96, 72).greyscale().raw().toBuffer()
  const palette = Array.from({ length: 256 }, (_, i) => [i, i, i, 0]).flat()
  const rows = Array.from({ length: 72 }, (_, row) => [...grey.subarray((71 - row) * 96, (72 - row) * 96)].flatMap((value) => [1, value]).concat(0, 0)).flat()
  const head = Buffer.alloc(54)
  head.write('BM')
  for (const [at, value] of [[10, 54 + 1024], [14, 40], [18, 96], [22, 72], [26, 1 | (8 << 16)], [30, 1]] as const) head.writeUInt32LE(value, at)
  return Uint8Array.from([...head, ...palette, ...rows, 0, 1])
}

/** A few bytes changed (headers more often than pixels), a stretch cut out or repeated, the end cut off. */
const mutation = fc.record({
  bytes: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255), fc.boolean()), { maxLength: 12 }),
  cut: fc.option(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(200))),
  keep: fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) })
})

function mutate(seed: Uint8Array, { bytes, cut, keep }: typeof mutation extends fc.Arbitrary<infer T> ? T : never): Uint8Array {
  let out = Uint8Array.from(seed)
  for (const [place, value, inHead] of bytes) out[Math.floor(place * ((inHead ? Math.min(400, out.length) : out.length) - 1))] = value
  if (cut) {
    const at = Math.floor(cut[0] * out.length)
    out = Uint8Array.from([...out.subarray(0, at), ...out.subarray(at + cut[1])])
  }
  return out.subarray(0, Math.ceil(out.length * keep))
}

describe('mutated files', () => {
  it.each(FORMATS)('%s: a picture or a clear refusal, soon, within bounds', async (format) => {
    const started = process.memoryUsage.rss()
    await fc.assert(
      fc.asyncProperty(mutation, async (change) => {
        const from = performance.now()
        const result = await openPhoto(mutate(seeds[format], change)).catch((error: unknown) => error)
        expect(performance.now() - from).toBeLessThan(10_000)
        if (result instanceof Error) {
          expect(result).toBeInstanceOf(VidimusError)
          expect((result as VidimusError).kind).toBe('input')
        } else expect(result).toMatchObject({ working: { data: expect.any(Uint8Array) } })
      }),
      { numRuns: format === 'heic' ? 30 : 80, interruptAfterTimeLimit: 25_000, markInterruptAsFailure: false }
    )
    expect(process.memoryUsage.rss() - started).toBeLessThan(1_500e6)
  })
})
