import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openPhoto } from '../../../src/main/faces/photo'
import { openEvidence, PhotoCache } from '../../../src/main/services/engineWork/evidence'
import type { StoredPhoto } from '../../../src/main/services/engineWork/types'
import { demo } from '../../support/cli'

const folder = mkdtempSync(join(tmpdir(), 'vidimus-evidence-'))
afterAll(() => rmSync(folder, { recursive: true }))

function store(name: string, bytes: Uint8Array): StoredPhoto {
  writeFileSync(join(folder, name), bytes)
  return { path: join(folder, name), sha256: createHash('sha256').update(bytes).digest('hex') }
}

let large: Buffer
beforeAll(async () => void (large = await sharp(demo(3)).resize(4900, 3400, { fit: 'fill' }).jpeg().toBuffer()))

it('regions of a photo beyond the working copy are its own pixels, however they follow one another', async () => {
  const { photo } = await openEvidence(store('large.jpg', large))
  const plain = await openPhoto(large)
  expect(photo.scale).toBeLessThan(1)
  // The first, one inside what was kept, one beyond it, one at the edge, the first again.
  for (const box of [[2000, 1000, 400, 300], [2050, 980, 380, 340], [3000, 1000, 400, 300], [4500, 3100, 400, 300], [2000, 1000, 400, 300]].map(([x, y, width, height]) => ({ x: x!, y: y!, width: width!, height: height! })))
    expect(Buffer.compare((await photo.region(box)).data, (await plain.region(box)).data)).toBe(0)
})

it('keeps the last three photos, by what they are', async () => {
  const cache = new PhotoCache()
  const photos = await Promise.all([1, 2, 3, 4].map(async n => store(`${n}.png`, await sharp(demo(3)).resize(40 + n).png().toBuffer())))
  const first = await cache.open(photos[0]!)
  for (const photo of [photos[1]!, photos[0]!, photos[2]!]) await cache.open(photo)
  expect(await cache.open({ ...photos[0]!, path: 'elsewhere' })).toBe(first)
  await cache.open(photos[3]!)
  expect(await cache.open(photos[0]!)).toBe(first)
  await expect(cache.open({ ...photos[1]!, path: 'elsewhere' })).rejects.toMatchObject({ code: 'evidence.missing' })
})
