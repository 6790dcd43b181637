import { beforeAll, describe, expect, it } from 'vitest'
import type { EnhancementStep, EnhancementSteps } from '../../src/shared/domain/enhancement'
import { enhance, enhancePhoto } from '../../src/main/faces/enhance'
import { openPhoto, type Photo } from '../../src/main/faces/photo'
import { laplacianVariance } from '../../src/main/faces/quality'
import { cropPixels, luma, type Pixels } from '../../src/main/faces/pixels'
import { demoPhoto } from './support'

let photo: Photo
let face: Pixels
beforeAll(async () => {
  photo = await openPhoto(await demoPhoto(6))
  face = cropPixels(photo.working, { x: 300, y: 200, width: 320, height: 240 })
})

const pixel = (value: number): Pixels => ({ width: 16, height: 16, data: new Uint8Array(768).fill(value) })
const valueAfter = async (value: number, ...steps: EnhancementStep[]): Promise<number> => (await enhance(pixel(value), steps)).data[0]!

describe('each step by its formula', () => {
  it.each([
    [{ kind: 'brightness', amount: 20 }, 100, 120], [{ kind: 'brightness', amount: -30 }, 10, 0], [{ kind: 'brightness', amount: 0.4 }, 100, 100],
    [{ kind: 'contrast', factor: 2 }, 140, 152], [{ kind: 'contrast', factor: 0.5 }, 0, 64], [{ kind: 'contrast', factor: 5 }, 200, 255],
    [{ kind: 'gamma', gamma: 2 }, 64, 128], [{ kind: 'gamma', gamma: 0.5 }, 128, 64], [{ kind: 'gamma', gamma: 1 }, 77, 77]
  ] as const)('%o makes %i into %i', async (step, before, after) => expect(await valueAfter(before, step)).toBe(after))

  it('steps that change nothing are the identity', async () => {
    const none: EnhancementSteps = [{ kind: 'gamma', gamma: 1 }, { kind: 'contrast', factor: 1 }, { kind: 'brightness', amount: 0 }]
    expect((await enhance(face, none)).data).toEqual(face.data)
  })

  it('grey is luma in all three channels', async () => {
    const grey = await enhance(face, [{ kind: 'grey' }])
    const expected = luma(face)
    expect(grey.data.every((value, i) => value === Math.round(expected[Math.floor(i / 3)]!))).toBe(true)
  })

  it('sharpen raises, median lowers the Laplacian\u2019s variance; median removes a lone white pixel', async () => {
    const sharpness = async (...steps: EnhancementStep[]): Promise<number> => laplacianVariance(luma(await enhance(face, steps)), face.width)
    const plain = await sharpness()
    expect(await sharpness({ kind: 'sharpen', sigma: 1.5 })).toBeGreaterThan(plain * 1.3)
    expect(await sharpness({ kind: 'median', side: 5 })).toBeLessThan(plain * 0.7)
    const lone = pixel(50)
    lone.data.fill(255, 300, 303)
    expect((await enhance(lone, [{ kind: 'median', side: 3 }])).data).toEqual(pixel(50).data)
  })

  it('clahe raises local contrast of a dull picture and keeps its hue', async () => {
    const dull = await enhance(face, [{ kind: 'contrast', factor: 0.3 }])
    const clear = await enhance(dull, [{ kind: 'clahe', tile: 64, slope: 4 }])
    expect(laplacianVariance(luma(clear), face.width)).toBeGreaterThan(1.3 * laplacianVariance(luma(dull), face.width))
    const redOverGreen = ({ data }: Pixels, i: number): number => data[i * 3]! - data[i * 3 + 1]!
    const kept = Array.from({ length: face.width * face.height }, (_, i) => redOverGreen(dull, i) === redOverGreen(clear, i))
    expect(kept.filter(Boolean).length / kept.length).toBeGreaterThan(0.9)
  })

  it('clahe with a tile larger than the picture takes the picture', async () => {
    await expect(enhance(pixel(90), [{ kind: 'clahe', tile: 256, slope: 3 }])).resolves.toMatchObject({ width: 16, height: 16 })
  })

  it('the order counts', async () => {
    const [brighter, stronger] = [{ kind: 'brightness', amount: 40 }, { kind: 'contrast', factor: 2 }] as const
    expect(await valueAfter(100, brighter, stronger)).toBe(152)
    expect(await valueAfter(100, stronger, brighter)).toBe(112)
  })
})

describe('a region of the enhanced photo', () => {
  const steps: EnhancementSteps = [
    { kind: 'median', side: 5 }, { kind: 'clahe', tile: 100, slope: 3 }, { kind: 'sharpen', sigma: 2 }, { kind: 'gamma', gamma: 1.4 }
  ]
  it.each([[500, 400, 90, 70], [0, 0, 60, 60], [1860, 1200, 60, 70]])('at (%i, %i) is the same as cut from the enhanced whole, twice over', async (x, y, width, height) => {
    const box = { x, y, width, height }
    const whole = await enhance(photo.working, steps)
    const region = await enhancePhoto(photo, steps).region(box)
    expect(Buffer.compare(region.data, cropPixels(whole, box).data)).toBe(0)
    expect(Buffer.compare(region.data, (await enhancePhoto(photo, steps).region(box)).data)).toBe(0)
    expect(Buffer.compare(region.data, cropPixels(photo.working, box).data)).not.toBe(0)
  })
})
