import { join } from 'node:path'
import sharp from 'sharp'
import { demo } from '../cli'

/** Small photos of one face, each with bytes of its own. */
export async function makePhotos(folder: string, count: number): Promise<string[]> {
  const face = await sharp(demo(2)).extract({ left: 1250, top: 50, width: 560, height: 560 }).resize(280).png().toBuffer()
  const files = Array.from({ length: count }, (_, index) => join(folder, `photo ${index}.jpg`))
  await Promise.all(files.map((file, index) => sharp(face).modulate({ brightness: 1 - index * 0.02 }).jpeg({ quality: 95 }).toFile(file)))
  return files
}
