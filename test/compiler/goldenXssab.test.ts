import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { readFaceModel } from '../../src/main/compiler/faceModel'
import { xssabProgram } from '../../src/main/compiler/programs/xssab'
import { rules } from '../../src/main/compiler/rules'
import { Session } from '../../src/main/runtime/session'
import { relativeError } from '../support/numbers'

const GOLDEN = join(import.meta.dirname, '../../../shared/golden/xssab')
const MODEL = join(import.meta.dirname, '../../resources/models/fr_feature.onnx')

interface Manifest {
  threshold: number
  mean: number
  scale: number
  pairs: { dir: string; cosine: number; positiveArguments: number; negativeArguments: number }[]
}

const floats = (file: string): Float32Array => new Float32Array(new Uint8Array(readFileSync(file)).buffer)

/** An aligned crop as [3, 112, 112], (x - mean) / scale. */
async function crop(file: string, { mean, scale }: Manifest): Promise<Float32Array> {
  const pixels = await sharp(file).removeAlpha().raw().toBuffer()
  const plane = 112 * 112
  return Float32Array.from({ length: 3 * plane }, (_, i) => ((pixels[(i % plane) * 3 + Math.floor(i / plane)] ?? 0) - mean) / scale)
}

describe.skipIf(!existsSync(GOLDEN))('xSSAB against the published definition in float64 PyTorch (skipped without ../shared)', () => {
  it('matches every map of every pair, run alone and in one batch', async () => {
    const manifest = JSON.parse(readFileSync(join(GOLDEN, 'manifest.json'), 'utf8')) as Manifest
    const model = readFaceModel(readFileSync(MODEL), rules)
    const tensors = await Promise.all(manifest.pairs.map(async ({ dir }) => ({ a: await crop(join(GOLDEN, dir, 'a.png'), manifest), b: await crop(join(GOLDEN, dir, 'b.png'), manifest) })))
    for (const [size, style] of [[1, 'plain'], [8, 'blocked']] as const) {
      const session = await Session.open(xssabProgram(model, size, rules, { style, exact: true }).bytes, { threads: 1 })
      for (let start = 0; start < manifest.pairs.length; start += size) {
        const chunk = tensors.slice(start, start + size)
        const images = Float32Array.from([...chunk.flatMap(({ a }) => [...a]), ...chunk.flatMap(({ b }) => [...b])])
        const out = await session.run({ images: { dims: [2 * size, 3, 112, 112], data: images }, threshold: { dims: [1], data: Float32Array.of(manifest.threshold) } })
        chunk.forEach((_, i) => compare(manifest, start + i, out, i, size))
      }
      await session.release()
    }
  })
})

function compare(manifest: Manifest, index: number, out: Record<string, { data: Float32Array }>, i: number, size: number): void {
  const pair = manifest.pairs[index]
  if (!pair) throw new Error('no such pair')
  const plane = 112 * 112
  const expected = (file: string): Float32Array => floats(join(GOLDEN, pair.dir, `${file}.f32`))
  const at = (name: string, row: number, length: number): Float32Array | undefined => out[name]?.data.subarray(row * length, (row + 1) * length)
  expect(out.cosine?.data[i]).toBeCloseTo(pair.cosine, 5)
  const args = [...(at('arguments', i, 512) ?? [])]
  expect(args.filter((a) => a >= manifest.threshold / 512).length).toBe(pair.positiveArguments)
  for (const [side, row] of [['a', i], ['b', size + i]] as const) {
    expect(relativeError(at('embeddings', row, 512), expected(`embedding_${side}`))).toBeLessThan(1e-4)
    for (const [name, file] of [['positive', 'pos'], ['negative', 'neg'], ['combined', 'combined'], ['blurred', 'blurred']] as const)
      expect(relativeError(at(name, row, plane), expected(`${file}_${side}`)), `${pair.dir} ${file}_${side}`).toBeLessThan(1e-4)
  }
}
