import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { imageDims, readFaceModel, type FaceModel } from '../../../src/main/compiler/faceModel'
import { decodeModel } from '../../../src/main/compiler/onnx/decode'
import { sizeOf } from '../../../src/main/compiler/onnx/graph'
import { layersProgram } from '../../../src/main/compiler/programs/layers'
import { rules } from '../../../src/main/compiler/rules'
import { relativeError } from '../../support/numbers'
import { defaultRecognizer } from '../../support/recognizer'
import { BACKBONES } from '../backbones'
import { runOnce } from '../backbones/check'
import { randomFrom } from '../rules/values'

const THRESHOLD = 0.2
const style = 'plain'
const exact = true
const NETS = join(import.meta.dirname, '../../../../shared/golden/nets')

async function explained(model: FaceModel, threshold = THRESHOLD): ReturnType<typeof runOnce> {
  const random = randomFrom('pair')
  const dims = imageDims(model, 2)
  const images = { dims, data: Float32Array.from({ length: sizeOf(dims) }, () => 2 * random() - 1) }
  return runOnce(layersProgram(model, 1, rules, { style, exact }).bytes, { images, threshold: { dims: [1], data: Float32Array.of(threshold) } })
}

const gridsOf = (model: FaceModel): string[] => layersProgram(model, 1, rules, { style }).grids.map(({ kind, channels, rows, columns }) => `${kind} ${channels} x ${rows} x ${columns}`)

/** Sum of each image's map. */
const sums = (map: Float32Array | undefined, { input: { width, height } }: FaceModel): number[] => [0, 1].map((image) => (map ?? new Float32Array()).slice(image * width * height, (image + 1) * width * height).reduce((sum, value) => sum + value, 0))

describe('the layers that are chosen', () => {
  it('in the default model end its stages of 28, 14 and 7 cells', () => {
    expect(gridsOf(readFaceModel(defaultRecognizer().bytes, rules))).toEqual(['planes 64 x 28 x 28', 'planes 128 x 14 x 14', 'planes 128 x 7 x 7'])
  })

  it.each(BACKBONES)('$name has some, and a finite map whose sum is between those of its layers', async ({ build, since }) => {
    const model = readFaceModel(build({ opset: Math.max(since, 17), batch: 1 }).bytes, rules)
    const { contributions, contrast, common, shares } = await explained(model)
    expect([contributions, contrast, common].flatMap((map) => [...(map?.data ?? [NaN])]).every(Number.isFinite)).toBe(true)
    const layers = gridsOf(model).length
    sums(contributions?.data, model).forEach((sum, image) => {
      const own = [...(shares?.data.slice(image * layers, (image + 1) * layers) ?? [])]
      expect(own).toHaveLength(layers)
      expect(sum).toBeGreaterThan(Math.min(...own) - 1e-4)
      expect(sum).toBeLessThan(Math.max(...own) + 1e-4)
    })
  })
})

describe('contributions', () => {
  it('of the default model without its biases add up to the margin at every layer and in the map', async () => {
    const { bytes } = defaultRecognizer()
    const model = readFaceModel(bytes, rules)
    for (const { op, inputs } of decodeModel(bytes).graph.nodes) if (op === 'Conv' && inputs[2]) model.graph.initializers.get(inputs[2])?.data.fill(0)
    const { cosine, contributions, shares } = await explained(model)
    const margin = (cosine?.data[0] ?? NaN) - THRESHOLD
    expect(Math.abs(margin)).toBeGreaterThan(0.1)
    for (const sum of [...(shares?.data ?? [NaN]), ...sums(contributions?.data, model)]) expect(sum / margin).toBeCloseTo(1, 3)
  })

  it('of an image with itself say nothing about a contrast, and all that both have is confirmed', async () => {
    const model = readFaceModel(defaultRecognizer().bytes, rules)
    const dims = imageDims(model, 2)
    const random = randomFrom('one')
    const one = Float32Array.from({ length: sizeOf(dims) / 2 }, () => 2 * random() - 1)
    const { contrast, contributions, common } = await runOnce(layersProgram(model, 1, rules, { style }).bytes, { images: { dims, data: Float32Array.from([...one, ...one]) }, threshold: { dims: [1], data: Float32Array.of(THRESHOLD) } })
    expect(Math.max(...(contrast?.data ?? [NaN]).map(Math.abs))).toBeLessThan(1e-7)
    // (G + G)(A + A) is 4 A G, and faces that agree everywhere take nothing away.
    for (const [image, sum] of sums(common?.data, model).entries()) expect(sum / (sums(contributions?.data, model)[image] ?? NaN)).toBeCloseTo(4, 3)
  })

  it('of two images are confirmed in part', async () => {
    const model = readFaceModel(defaultRecognizer().bytes, rules)
    const { contributions, common } = await explained(model, -1)
    const size = (map: Float32Array | undefined): number => (map ?? new Float32Array()).reduce((sum, value) => sum + Math.abs(value), 0)
    expect(size(common?.data)).toBeLessThan(2 * size(contributions?.data))
    expect(size(common?.data)).toBeGreaterThan(0)
  })
})

describe.skipIf(!existsSync(NETS))('golden nets (skipped without ../shared)', () => {
  it.each(existsSync(NETS) ? readdirSync(NETS) : [])('%s: grids inside the net; pairs of a batch stay apart', async (net) => {
    const model = readFaceModel(readFileSync(join(NETS, net, 'model.onnx')), rules)
    const { grids } = layersProgram(model, 1, rules, { style })
    expect(grids.every(({ rows, columns, channels }) => rows > 1 && columns > 1 && rows * 4 <= model.input.height && channels > 3)).toBe(true)
    const random = randomFrom(net)
    const dims = imageDims(model, 4)
    const data = Float32Array.from({ length: sizeOf(dims) }, () => 2 * random() - 1)
    const threshold = { dims: [1], data: Float32Array.of(THRESHOLD) }
    const both = await runOnce(layersProgram(model, 2, rules, { style, exact }).bytes, { images: { dims, data }, threshold })
    const size = data.length / 4
    const second = Float32Array.from([...data.slice(size, 2 * size), ...data.slice(3 * size)])
    const alone = await runOnce(layersProgram(model, 1, rules, { style, exact }).bytes, { images: { dims: imageDims(model, 2), data: second }, threshold })
    const plane = model.input.width * model.input.height
    for (const name of ['contributions', 'contrast', 'common']) {
      const rows = Float32Array.from([...(both[name]?.data.slice(plane, 2 * plane) ?? []), ...(both[name]?.data.slice(3 * plane) ?? [])])
      expect(relativeError(rows, alone[name]?.data ?? [])).toBeLessThan(1e-4)
    }
  })

  it.each(['vit-op13-eval', 'vit-op17-eval'])('%s: what the margin has beyond the contributions of its tokens is what the bias of its head adds', async (net) => {
    const bytes = readFileSync(join(NETS, net, 'model.onnx'))
    const model = readFaceModel(bytes, rules)
    const { shares, cosine } = await explained(model)
    const head = decodeModel(bytes).graph.nodes.findLast(({ op }) => op === 'Gemm')
    model.graph.initializers.get(head?.inputs[2] ?? '')?.data.fill(0)
    const without = await explained(model)
    const margin = (cosine?.data[0] ?? NaN) - THRESHOLD
    expect(Math.abs((shares?.data[0] ?? NaN) - margin)).toBeGreaterThan(1e-5)
    for (const share of without.shares?.data ?? [NaN]) expect(share).toBeCloseTo((without.cosine?.data[0] ?? NaN) - THRESHOLD, 5)
  })
})
