import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { encodeModel } from '../../../src/main/compiler/onnx/encode'
import type { ModelReport } from '../../../src/main/hosts/cli/model/check'
import { buildCli, scratch, vidimus } from '../../support/cli'
import { relativeError } from '../../support/numbers'
import { BROKEN, tinyGraph } from '../../support/tinyModels'

beforeAll(buildCli)
vi.setConfig({ testTimeout: 240_000 })

const DEFAULT = join(import.meta.dirname, '../../../resources/models/fr_feature.onnx')
const NETS = join(import.meta.dirname, '../../../../shared/golden/nets')
const floats = (file: string): Float32Array => new Float32Array(new Uint8Array(readFileSync(file)).buffer)

describe('vidimus model check', () => {
  const check = async (path: string, cwd: string): Promise<{ status: number | null; report: ModelReport }> => {
    const { status, stdout } = await vidimus(['model', 'check', path, '--json'], cwd)
    return { status, report: JSON.parse(stdout) as ModelReport }
  }

  it('finds the default model sound', async () => {
    const { status, report } = await check(DEFAULT, scratch())
    expect(status).toBe(0)
    expect(report).toMatchObject({ ok: true, embedding: { name: 'output', size: 512 }, ops: { Conv: 50, PRelu: 33 }, missing: [], problems: [] })
    expect(report.subnormalWeights).toBeGreaterThan(8000)
    expect(report.measured!.gradient.relativeError).toBeLessThan(0.01)
    expect(report.measured!.batch.relativeError).toBeLessThan(1e-5)
  })

  it('names all ops without a rule at once, in a whole report', async () => {
    const cwd = scratch()
    writeFileSync(join(cwd, 'bad.onnx'), BROKEN.noRule())
    const { status, report } = await check('bad.onnx', cwd)
    expect(status).toBe(3)
    expect(report).toMatchObject({ ok: false, missing: [{ op: 'Magic', domain: 'com.example', count: 1 }, { op: 'NonZero', count: 1 }] })
    expect((await vidimus(['model', 'check', 'bad.onnx'], cwd)).stdout).toContain('com.example.Magic (1x), NonZero (1x)')
  })

  it('reports NaN and a wrong input, and refuses what is no model', async () => {
    const cwd = scratch()
    for (const kind of ['nan', 'greyInput', 'text'] as const) writeFileSync(join(cwd, `${kind}.onnx`), BROKEN[kind]())
    expect((await check('nan.onnx', cwd)).report.problems[0]).toContain('NaN or infinity')
    expect((await check('greyInput.onnx', cwd)).report.problems[0]).toContain('three colour channels')
    const text = await vidimus(['model', 'check', 'text.onnx'], cwd)
    expect([text.status, text.stdout]).toEqual([3, ''])
  })
})

describe('vidimus model gradient', () => {
  const gradient = (cwd: string, ...more: string[]) => vidimus(['model', 'gradient', 'tiny.onnx', '--input', 'x.f32', '--cotangent', 'w.f32', '--out', 'gx.f32', ...more], cwd)

  function tiny(): string {
    const cwd = scratch()
    writeFileSync(join(cwd, 'tiny.onnx'), encodeModel(tinyGraph()))
    writeFileSync(join(cwd, 'x.f32'), new Float32Array(2 * 3 * 112 * 112).fill(1))
    writeFileSync(join(cwd, 'w.f32'), new Float32Array(16).fill(1))
    return cwd
  }

  it('writes d(sum w*y)/dx for a batch', async () => {
    const cwd = tiny()
    const { status } = await gradient(cwd, '--shape', '2,3,112,112')
    expect(status).toBe(0)
    const weights = Array.from({ length: 8 }, (_, i) => [0, 1, 2].map((c) => Math.sin(i * 3 + c + 1)))
    const active = weights.filter((row) => row.reduce((a, b) => a + b, 0) > 0)
    const expected = Float32Array.from({ length: 2 * 3 * 112 * 112 }, (_, i) => active.reduce((sum, row) => sum + row[Math.floor(i / 12544) % 3]!, 0) / 12544)
    expect(relativeError(floats(join(cwd, 'gx.f32')), expected)).toBeLessThan(1e-5)
    expect((await gradient(cwd, '--shape', '2,3,112,112', '--output', 'y')).status).toBe(0)
  })

  it('says which size is wrong and writes nothing', async () => {
    const cwd = tiny()
    const attempts: [string[], number, string][] = [
      [['--shape', '1,3,112,112'], 3, '"x.f32" has 301056 bytes; --shape [1, 3, 112, 112] takes 150528'],
      [['--shape', '2,3,96,96'], 2, 'takes [batch, 3, 112, 112]'],
      [['--shape', '2,x'], 2, 'positive whole numbers'],
      [['--shape', '2,3,112,112', '--output', 'z'], 2, 'Its outputs: y']
    ]
    for (const [args, wanted, text] of attempts) {
      const { status, stderr } = await gradient(cwd, ...args)
      expect([status, stderr]).toEqual([wanted, expect.stringContaining(text) as string])
    }
    writeFileSync(join(cwd, 'w.f32'), new Float32Array(8))
    expect((await gradient(cwd, '--shape', '2,3,112,112')).stderr).toContain('"w.f32" has 32 bytes; the output "y" [2, 8] takes 64')
    expect(readdirSync(cwd).sort()).toEqual(['tiny.onnx', 'w.f32', 'x.f32'])
  })
})

describe.skipIf(!existsSync(NETS))('model gradient against PyTorch autograd (skipped without ../shared)', () => {
  it.each(['irse-op11-eval', 'ghost-op14-eval'])('%s', async (net) => {
    const at = (file: string): string => join(NETS, net, file)
    const { input } = JSON.parse(readFileSync(at('case.json'), 'utf8')) as { input: number[] }
    const cwd = scratch()
    const { status } = await vidimus(['model', 'gradient', at('model.onnx'), '--input', at('x.f32'), '--shape', input.join(), '--cotangent', at('w.f32'), '--out', 'gx.f32'], cwd)
    expect(status).toBe(0)
    expect(relativeError(floats(join(cwd, 'gx.f32')), floats(at('gx.f32')))).toBeLessThan(1e-4)
  })
})
