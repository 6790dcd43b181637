import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPhoto } from '../../src/main/faces/photo'
import { openFaceEngine } from './support'

const [WIDTH, HEIGHT] = [12_240, 8_160]
/** One copy of the photo's pixels. */
const COPY = WIDTH * HEIGHT * 3
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vidimus-'))
  // In a process of its own: encoding must not count.
  const script = `const sharp = require('sharp')
    sharp('node_modules/@vladmandic/face-api/demo/sample6.jpg').resize(${WIDTH}, ${HEIGHT}, { fit: 'fill' }).jpeg({ quality: 85 }).withMetadata({ orientation: 1 }).toFile(${JSON.stringify(join(folder, 'large.jpg'))})`
  execFileSync(process.execPath, ['-e', script])
})
afterAll(() => rm(folder, { recursive: true }))

describe('a photo of 100 megapixels', () => {
  it('is opened, searched and cut without one whole copy of its pixels', async () => {
    const file = join(folder, 'large.jpg')
    const engine = await openFaceEngine()
    const before = process.memoryUsage.rss()
    const photo = await openPhoto(await readFile(file))
    const faces = await engine.findFaces(photo)
    await photo.region({ x: 9000, y: 7000, width: 1000, height: 1000 })
    const peak = process.resourceUsage().maxRSS * 1024 - before
    console.log(`peak above start: ${Math.round(peak / 1e6)} MB; file ${(await stat(file)).size} bytes`)
    expect(photo.width * photo.height).toBe(WIDTH * HEIGHT)
    expect(faces.length).toBe(4)
    expect(peak).toBeLessThan(COPY)
    await engine.release()
  })
})
