import { describe, expect, it } from 'vitest'
import { imageDims, readFaceModel, type FaceModel } from '../../../src/main/compiler/faceModel'
import { sizeOf } from '../../../src/main/compiler/onnx/graph'
import { gradientProgram } from '../../../src/main/compiler/programs/gradient'
import { xssabProgram } from '../../../src/main/compiler/programs/xssab'
import { rules } from '../../../src/main/compiler/rules'
import { relativeError } from '../../support/numbers'
import { randomFrom } from '../rules/values'
import { dot, runOnce } from './check'
import { BACKBONES } from './index'

const style = 'plain'
const exact = true
type Maps = Record<string, { data: Float32Array } | undefined>

function pairOf(model: FaceModel): { dims: readonly number[]; data: Float32Array } {
  const random = randomFrom('pair')
  const dims = imageDims(model, 2)
  return { dims, data: Float32Array.from({ length: sizeOf(dims) }, () => 2 * random() - 1) }
}

/** Maps by the definition, from the model's plain gradient: for each image, the arguments on one side of the threshold alone. */
async function byDefinition(model: FaceModel, images: { dims: readonly number[]; data: Float32Array }, keep: (argument: number) => boolean): Promise<Float32Array> {
  const program = gradientProgram(model, images.dims, rules, { style, exact })
  const n = model.embedding.size
  const run = (w: Float32Array): ReturnType<typeof runOnce> => runOnce(program.bytes, { images, cotangent: { dims: program.outputDims, data: w } })
  const { y } = await run(new Float32Array(2 * n))
  const raw = [y?.data.slice(0, n) ?? new Float32Array(), y?.data.slice(n) ?? new Float32Array()]
  const length = raw.map((row) => Math.sqrt(dot(row, row)))
  const unit = raw.map((row, i) => row.map((value) => value / (length[i] ?? 1)))
  const seeds = unit.map((own, i) => {
    const s = (unit[1 - i] ?? own).map((partner, j) => (keep(partner * (own[j] ?? 0)) ? partner : 0))
    return s.map((value, j) => (value - dot(s, own) * (own[j] ?? 0)) / (length[i] ?? 1))
  })
  const { gx } = await run(Float32Array.from(seeds.flatMap((seed) => [...seed])))
  return channelMeans(model, gx?.data ?? new Float32Array())
}

function channelMeans({ input }: FaceModel, gx: Float32Array): Float32Array {
  const plane = input.height * input.width
  return Float32Array.from({ length: gx.length / 3 }, (_, i) => {
    const at = (c: number): number => Math.abs(gx[input.layout === 'NHWC' ? 3 * i + c : Math.floor(i / plane) * 3 * plane + c * plane + (i % plane)] ?? NaN)
    return (at(0) + at(1) + at(2)) / 3
  })
}

describe.each(BACKBONES)('xSSAB on $name', ({ build, since }) => {
  it('splits the gradient of the cosine at the threshold', async () => {
    const model = readFaceModel(build({ opset: Math.max(since, 17), batch: 1 }).bytes, rules)
    const images = pairOf(model)
    const program = xssabProgram(model, 1, rules, { style, exact })
    const at = async (threshold: number): Promise<Maps> => runOnce(program.bytes, { images, threshold: { dims: [1], data: Float32Array.of(threshold) } })
    const n = model.embedding.size
    const { arguments: args } = await at(0)
    // Between two arguments, so that rounding can't move one across.
    const sorted = [...(args?.data ?? [])].sort((a, b) => a - b)
    const middle = ((sorted[n / 2 - 1] ?? NaN) + (sorted[n / 2] ?? NaN)) / 2

    const all = await at(-2 * n)
    expect(relativeError(all.positive?.data, await byDefinition(model, images, () => true))).toBeLessThan(1e-3)
    expect(Math.max(...(all.negative?.data ?? [NaN]))).toBe(0)
    expect(relativeError((await at(2 * n)).negative?.data, all.positive?.data ?? [])).toBe(0)

    const split = await at(middle * n)
    expect(relativeError(split.positive?.data, await byDefinition(model, images, (argument) => argument >= middle))).toBeLessThan(1e-3)
    expect(relativeError(split.negative?.data, await byDefinition(model, images, (argument) => argument < middle))).toBeLessThan(1e-3)
  })
})
