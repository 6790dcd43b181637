import { readFile } from 'node:fs/promises'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Face } from '../../src/shared/domain/face'
import { chooseFace } from '../../src/main/faces/chooseFace'
import type { FaceEngine } from '../../src/main/faces/engine'
import { intersectionOverUnion } from '../../src/main/faces/nms'
import { openPhoto } from '../../src/main/faces/photo'
import { demoPhoto, openFaceEngine } from './support'

let engine: FaceEngine
beforeAll(async () => void (engine = await openFaceEngine()))
afterAll(() => engine.release())
const facesIn = async (bytes: Uint8Array): Promise<Face[]> => engine.findFaces(await openPhoto(bytes))

/** Counted by eye. The profile in photo 2 and the laughing face in shadow in photo 4 are in it. */
const PEOPLE = { 1: 3, 2: 3, 3: 3, 4: 4, 5: 5, 6: 4 } as const

describe('findFaces', () => {
  it.each([1, 2, 3, 4, 5, 6] as const)('finds everyone in group photo %i, and nothing else', async (number) => {
    const faces = await facesIn(await demoPhoto(number))
    faces.forEach((face) => Face.parse(face))
    expect(faces.map(({ index }) => index)).toEqual(faces.map((_, i) => i))
    expect(faces.length).toBe(PEOPLE[number])
    const areas = faces.map(({ box }) => box.width * box.height)
    expect(areas).toEqual([...areas].sort((a, b) => b - a))
  })

  it.each([6, 3, 5])('finds the same faces however the camera was held: orientation %i', async (orientation) => {
    const upright = await facesIn(await demoPhoto(6))
    const turns: Record<number, () => Sharp> = {
      6: () => sharp(bytes).rotate(270), 3: () => sharp(bytes).rotate(180), 5: () => sharp(bytes).rotate(270).flop()
    }
    const bytes = await demoPhoto(6)
    const stored = await turns[orientation]!().png().toBuffer()
    const turned = await facesIn(await sharp(stored).withMetadata({ orientation }).png().toBuffer())
    expect(turned.length).toBe(upright.length)
    turned.forEach((face, i) => expect(intersectionOverUnion(face.box, upright[i]!.box)).toBeGreaterThan(0.9))
  })

  it('finds small faces in a large photo, where they are', async () => {
    const small = await sharp(await demoPhoto(6)).resize(900).toBuffer({ resolveWithObject: true })
    const canvas = await sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#7a8a7a' } })
      .composite([{ input: small.data, left: 2900, top: 2100 }]).jpeg().toBuffer()
    const alone = await facesIn(small.data)
    const faces = await facesIn(canvas)
    expect(faces.length).toBe(PEOPLE[6])
    faces.forEach(({ box }) => expect(Math.max(...alone.map((other) => intersectionOverUnion(box, { ...other.box, x: other.box.x + 2900, y: other.box.y + 2100 })))).toBeGreaterThan(0.7))
  })

  it('gives points that do not depend on the size of the photo around the face', async () => {
    const photo = await demoPhoto(3)
    const face = chooseFace(await facesIn(photo), 1, { width: 1920, height: 1350 })
    const side = Math.round(face.box.height * 2)
    const [left, top] = [Math.round(face.box.x + face.box.width / 2 - side / 2), Math.round(face.box.y + face.box.height / 2 - side / 2)]
    const cut = await sharp(photo).extract({ left, top, width: side, height: side }).png().toBuffer()
    const again = chooseFace(await facesIn(cut), 'central', { width: side, height: side })
    for (const name of ['leftEye', 'rightEye', 'nose', 'mouthLeft', 'mouthRight'] as const) {
      const [a, b] = [face.points5[name], again.points5[name]]
      expect(Math.hypot(a.x - b.x - left, a.y - b.y - top) / face.quality.interEyePx).toBeLessThan(0.08)
    }
  })

  it('measures a HEIC photo of a phone like any other', async () => {
    const faces = await facesIn(await readFile('test/fixtures/face-display-p3.heic'))
    expect(faces.length).toBeGreaterThanOrEqual(1)
    expect(faces[0]!.quality.interEyePx).toBeGreaterThan(50)
  })

  it.each([
    ['flat grey', () => sharp({ create: { width: 800, height: 600, channels: 3, background: '#999' } })],
    ['noise', () => sharp({ create: { width: 800, height: 600, channels: 3, background: '#999', noise: { type: 'gaussian', mean: 128, sigma: 60 } } })]
  ] as const)('refuses a picture without a face: %s', async (_, make) => {
    await expect(facesIn(await make().png().toBuffer())).rejects.toMatchObject({ kind: 'input', code: 'face.none' })
  })
})

describe('quality follows what was done to the face', () => {
  it('blur lowers sharpness, darkness lowers luminance, heavy JPEG shows blocks', async () => {
    const photo = await demoPhoto(6)
    const of = async (image: Sharp) => (await facesIn(await image.png().toBuffer()))[0]!.quality
    const plain = await of(sharp(photo))
    expect((await of(sharp(photo).blur(4))).sharpness).toBeLessThan(plain.sharpness / 3)
    expect((await of(sharp(photo).linear(0.4, 0))).luminance).toBeLessThan(plain.luminance * 0.6)
    const squeezed = await sharp(photo).jpeg({ quality: 8 }).toBuffer()
    expect((await of(sharp(squeezed))).blockiness!).toBeGreaterThan(plain.blockiness! * 1.5)
  })

  it('turning the photo turns roll by as much', async () => {
    const photo = await sharp(await demoPhoto(3)).extract({ left: 960, top: 120, width: 500, height: 500 }).png().toBuffer()
    const roll = async (degrees: number) => (await facesIn(await sharp(photo).rotate(degrees, { background: '#555' }).png().toBuffer()))[0]!.quality.roll
    const start = await roll(0)
    for (const degrees of [-20, 20]) expect(Math.abs((await roll(degrees)) - start - degrees)).toBeLessThan(5)
  })

  it('mirroring the photo mirrors yaw', async () => {
    const photo = await demoPhoto(3)
    const [face] = await facesIn(photo)
    const [mirrored] = await facesIn(await sharp(photo).flop().png().toBuffer())
    expect(Math.abs(face!.quality.yaw)).toBeGreaterThan(10)
    expect(Math.abs(face!.quality.yaw + mirrored!.quality.yaw)).toBeLessThan(12)
  })
})

describe('chooseFace', () => {
  it('by rule and by number; an unknown number is bad usage', async () => {
    const photo = await openPhoto(await demoPhoto(6))
    const faces = await engine.findFaces(photo)
    expect(chooseFace(faces, 'largest', photo)).toBe(faces[0])
    expect(chooseFace(faces, 2, photo)).toBe(faces[2])
    const off = ({ box }: Face) => Math.hypot(box.x + box.width / 2 - photo.width / 2, box.y + box.height / 2 - photo.height / 2)
    expect(off(chooseFace(faces, 'central', photo))).toBe(Math.min(...faces.map(off)))
    expect(() => chooseFace(faces, 9, photo)).toThrowError(expect.objectContaining({ kind: 'usage', code: 'face.choice' }))
  })
})
