import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { gradientProgram } from '../../src/main/compiler/programs/gradient'
import { readFaceModel } from '../../src/main/compiler/faceModel'
import { rules } from '../../src/main/compiler/rules'
import { Session } from '../../src/main/runtime/session'
import { relativeError } from '../support/numbers'

const NETS = join(import.meta.dirname, '../../../shared/golden/nets')

const floats = (file: string): Float32Array => new Float32Array(new Uint8Array(readFileSync(file)).buffer)

describe.skipIf(!existsSync(NETS))('gradients against PyTorch autograd (skipped without ../shared)', () => {
  for (const net of existsSync(NETS) ? readdirSync(NETS) : []) {
    it(net, async () => {
      const at = (file: string): string => join(NETS, net, file)
      const { input, embedding } = JSON.parse(readFileSync(at('case.json'), 'utf8')) as { input: number[]; embedding: number[] }
      const model = readFaceModel(readFileSync(at('model.onnx')), rules)
      const program = gradientProgram(model, input, rules, { exact: true })
      expect(program.outputDims).toEqual(embedding)
      const session = await Session.open(program.bytes, { threads: 1 })
      const { y, gx } = await session.run({ images: { dims: input, data: floats(at('x.f32')) }, cotangent: { dims: embedding, data: floats(at('w.f32')) } })
      await session.release()
      expect(relativeError(y?.data, floats(at('y.f32')))).toBeLessThan(1e-4)
      expect(relativeError(gx?.data, floats(at('gx.f32')))).toBeLessThan(1e-4)
    })
  }
})
