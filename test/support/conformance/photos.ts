import { join } from 'node:path'
import sharp from 'sharp'

/** Not from support/cli: that needs vitest, and this serves Playwright too. */
const SOURCE = join(import.meta.dirname, '../../../node_modules/@vladmandic/face-api/demo/sample2.jpg')

/** Small photos of one face, each with bytes of its own. */
export async function makePhotos(folder: string, count: number): Promise<string[]> {
  const face = await sharp(SOURCE).extract({ left: 1250, top: 50, width: 560, height: 560 }).resize(280).png().toBuffer()
  const files = Array.from({ length: count }, (_, index) => join(folder, `photo ${index}.jpg`))
  await Promise.all(files.map((file, index) => sharp(face).modulate({ brightness: 1 - index * 0.02 }).jpeg({ quality: 95 }).toFile(file)))
  return files
}
