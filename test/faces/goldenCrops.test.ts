import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { USUAL_PREPROCESSING, toTensor } from '../../src/main/explain/preprocess'
import { alignFace } from '../../src/main/faces/align'
import { chooseFace } from '../../src/main/faces/chooseFace'
import { openPhoto } from '../../src/main/faces/photo'
import type { Pixels } from '../../src/main/faces/pixels'
import { Session } from '../../src/main/runtime/session'
import { meanDifference, modelFile, openFaceEngine, sharedFolder } from './support'

const golden = sharedFolder('golden/xssab')
const lfw = sharedFolder('lfw')

interface Manifest { pairs: { dir: string; a: string; b: string }[] }

/**
 * Crops made by another program with another search for the face: the points differ by a few pixels, so the pixels do
 * too, but the model must see the same person in both, far above its threshold.
 */
describe.skipIf(!golden || !lfw)('crops of photos that another program aligned', () => {
  it('show the same person to the model', async () => {
    const engine = await openFaceEngine()
    const model = await Session.open(await modelFile('feature'), { threads: 1 })
    const embed = async ({ width, height, data }: Pixels) => {
      const input = toTensor([{ width, height, rgb: data }], { layout: 'NCHW', width: 112, height: 112 }, USUAL_PREPROCESSING)
      return Object.values(await model.run({ [model.inputNames[0]!]: input }))[0]!.data
    }
    const { pairs } = JSON.parse(await readFile(`${golden}/manifest.json`, 'utf8')) as Manifest
    for (const pair of pairs)
      for (const side of ['a', 'b'] as const) {
        const photo = await openPhoto(await readFile(`${lfw}/images/${pair[side]}`))
        const face = chooseFace(await engine.findFaces(photo), 'central', photo)
        const { crop } = await alignFace(photo, face.points5)
        const theirs: Pixels = { width: 112, height: 112, data: await sharp(`${golden}/${pair.dir}/${side}.png`).removeAlpha().raw().toBuffer() }
        const same = cosine(await embed(crop), await embed(theirs))
        console.log(`${pair[side]}: mean difference ${meanDifference(crop, theirs).toFixed(1)}, cosine ${same.toFixed(3)}`)
        expect(same, pair[side]).toBeGreaterThan(0.5)
      }
  })
})

function cosine(a: Float32Array, b: Float32Array): number {
  const dot = (p: Float32Array, q: Float32Array) => p.reduce((sum, value, i) => sum + value * q[i]!, 0)
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b))
}
