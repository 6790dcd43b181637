import { join } from 'node:path'
import sharp from 'sharp'
import type { Crop } from '../../src/main/explain/explanation'

const DEMO = join(import.meta.dirname, '../../node_modules/@vladmandic/face-api/demo')

/** A 112x112 cut-out of one of the demo photos: real pixels, without looking for a face. */
export async function demoCrop(photo: string, region: { left: number; top: number; width: number; height: number }): Promise<Crop> {
  const rgb = await sharp(join(DEMO, photo)).extract(region).resize(112, 112, { fit: 'fill' }).removeAlpha().raw().toBuffer()
  return { width: 112, height: 112, rgb: new Uint8Array(rgb) }
}
