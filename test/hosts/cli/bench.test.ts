import { createHash } from 'node:crypto'
import { copyFileSync, cpSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { encodeModel } from '../../../src/main/compiler/onnx/encode'
import { buildCli, demo, scratch, startVidimus, vidimus } from '../../support/cli'
import { tinyGraph } from '../../support/tinyModels'

beforeAll(buildCli)
vi.setConfig({ testTimeout: 240_000 })

/** Two persons with two photos each, and the list of their pairs, from the demo photos: the second photo is the first, smaller. */
async function smallBenchmark(): Promise<string> {
  const cwd = scratch()
  for (const [name, number] of [['Ann', 1], ['Bob', 2]] as const) {
    mkdirSync(join(cwd, 'images', name), { recursive: true })
    copyFileSync(demo(number), join(cwd, `images/${name}/${name}_0001.jpg`))
    await sharp(demo(number)).resize({ width: 500 }).toFile(join(cwd, `images/${name}/${name}_0002.jpg`))
  }
  writeFileSync(join(cwd, 'pairs.txt'), '1\t2\nAnn\t1\t2\nBob\t1\t2\nAnn\t1\tBob\t1\nAnn\t2\tBob\t2\n')
  return cwd
}

const PATCH = ['bench', 'patch-lfw', '--images', 'images', '--pairs', 'pairs.txt']

/** Every file below a folder with its hash. */
const contents = (folder: string): Record<string, string> =>
  Object.fromEntries(readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile()).sort().map((name) => [name, createHash('sha256').update(readFileSync(join(folder, name))).digest('hex')]))

describe('vidimus bench patch-lfw and dpr', () => {
  it('make the same bytes for the same seed, carried on or not, and judge methods on them', async () => {
    const cwd = await smallBenchmark()
    const first = await vidimus([...PATCH, '--seed', '7', '--out', 'one', '--json'], cwd)
    expect([first.status, first.stderr]).toEqual([0, ''])
    expect(JSON.parse(first.stdout)).toMatchObject({ variant: 'patch-lfw', seed: 7, pairs: 4, genuine: 2, impostor: 2, leftOut: [] })

    const killed = startVidimus([...PATCH, '--seed', '7', '--out', 'two'], cwd)
    await vi.waitFor(() => expect(readdirSync(join(cwd, 'two/originals'), { recursive: true }).length).toBeGreaterThan(1), { timeout: 60_000, interval: 5 })
    killed.process.kill('SIGKILL')
    await killed.finished
    expect(readdirSync(join(cwd, 'two'))).not.toContain('set.json')
    expect((await vidimus([...PATCH, '--seed', '7', '--out', 'two'], cwd)).status).toBe(0)
    expect(contents(join(cwd, 'two'))).toEqual(contents(join(cwd, 'one')))

    const other = await vidimus([...PATCH, '--seed', '8', '--out', 'two'], cwd)
    expect([other.status, other.stderr]).toEqual([2, expect.stringContaining('made with other options')])

    const judged = await vidimus(['bench', 'dpr', '--set', 'one', '--methods', 'xssab,pixel-copy', '--json'], cwd)
    const report = JSON.parse(judged.stdout) as { methods: { method: string; aucFmr: number; curves: { fmr: number[] } }[]; files: string[]; out: string }
    expect([judged.status, report.methods.map(({ method }) => method)]).toEqual([0, ['xssab', 'pixel-copy']])
    expect(report.methods.every(({ curves }) => curves.fmr.length === 20)).toBe(true)
    for (const name of report.files) expect(statSync(join(report.out, name)).size).toBeGreaterThan(0)
    const again = await vidimus(['bench', 'dpr', '--set', 'one', '--methods', 'xssab,pixel-copy', '--out', 'again', '--json'], cwd)
    expect((JSON.parse(again.stdout) as typeof report).methods).toEqual(report.methods)

    const onTop = await vidimus(['bench', 'dpr', '--set', 'one', '--methods', 'centre', '--out', 'again'], cwd)
    expect([onTop.status, onTop.stderr]).toEqual([2, expect.stringContaining('again" holds a result already')])
    for (const [out, words] of [['one', 'the set itself'], ['', 'no name']] as const) {
      const refused = await vidimus(['bench', 'dpr', '--set', 'one', '--methods', 'centre', '--out', out], cwd)
      expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining(words)])
    }
    mkdirSync(join(cwd, 'one.dpr-2'))
    writeFileSync(join(cwd, 'one.dpr-2/tables.md'), 'of a run that was killed')
    const named = await vidimus(['bench', 'dpr', '--set', 'one', '--methods', 'pixel-copy', '--json'], cwd)
    expect([named.status, (JSON.parse(named.stdout) as typeof report).out]).toEqual([0, expect.stringMatching(/one\.dpr-3$/)])
    mkdirSync(join(cwd, 'taken'))
    writeFileSync(join(cwd, 'taken/tables.md'), 'of another run')
    const early = await vidimus(['bench', 'dpr', '--set', 'one', '--methods', 'centre', '--out', 'taken'], cwd)
    expect([early.status, readdirSync(join(cwd, 'taken'))]).toEqual([2, ['tables.md']])

    writeFileSync(join(cwd, 'one/patched/00000.png'), 'not the picture that was made')
    const damaged = await vidimus(['bench', 'dpr', '--set', 'one', '--methods', 'centre'], cwd)
    expect([damaged.status, damaged.stderr]).toEqual([3, expect.stringContaining('patched/00000.png')])
  })

  it('make damaged files of a set again, and never mix or replace sets of other photos', async () => {
    const cwd = await smallBenchmark()
    const make = (...more: string[]) => vidimus(['bench', 'patch-lfw', '--pairs', 'pairs.txt', '--seed', '7', '--out', 'one', ...more], cwd)
    expect((await make('--images', 'images')).status).toBe(0)
    const whole = contents(join(cwd, 'one'))
    const [original = ''] = Object.keys(whole).filter((name) => /^originals.*png$/.test(name))
    writeFileSync(join(cwd, 'one', original), readFileSync(join(cwd, 'one/patched/00000.png')))
    writeFileSync(join(cwd, 'one/patched/00001.png'), 'cut off')
    writeFileSync(join(cwd, 'one/originals/x.png.01234567-0123-0123-0123-0123456789ab.part'), 'of a killed call')
    expect((await make('--images', 'images')).status).toBe(0)
    expect(contents(join(cwd, 'one'))).toEqual(whole)

    cpSync(join(cwd, 'images'), join(cwd, 'others'), { recursive: true })
    const [first = '', second = ''] = Object.keys(contents(join(cwd, 'others'))).filter((name) => name.endsWith('.jpg'))
    cpSync(join(cwd, 'others', second), join(cwd, 'others', first))
    const mixed = await make('--images', 'others')
    expect([mixed.status, mixed.stderr]).toEqual([2, expect.stringContaining(`begun with another "${first}"`)])
    expect(contents(join(cwd, 'one'))).toEqual(whole)
  })

  it('say why a pair is left out in the same words wherever the photos lie', async () => {
    const cwd = await smallBenchmark()
    const [photo = ''] = Object.keys(contents(join(cwd, 'images'))).filter((name) => name.endsWith('.jpg'))
    writeFileSync(join(cwd, 'images', photo), '')
    const make = async (images: string, out: string) => JSON.parse((await vidimus(['bench', 'patch-lfw', '--images', images, '--pairs', 'pairs.txt', '--seed', '7', '--out', out, '--json'], cwd)).stdout) as { leftOut?: { reason: string }[] }
    const [near, far] = [await make('images', 'near'), await make(join(cwd, 'images'), 'far')]
    expect(near.leftOut).toEqual(far.leftOut)
    expect(JSON.stringify(near)).toContain(photo)
  })

  it('make the hardened set, limited', async () => {
    const cwd = await smallBenchmark()
    const { status, stdout } = await vidimus([...PATCH, '--seed', '1', '--hardened', '--pairs-limit', '2', '--out', 'hard', '--json'], cwd)
    expect([status, JSON.parse(stdout)]).toMatchObject([0, { variant: 'patch-lfw-h', pairs: 2, genuine: 1, impostor: 1 }])
    const list = JSON.parse(readFileSync(join(cwd, 'hard/patched/00002.json'), 'utf8')) as { image: string; source: string; patches: unknown[] }
    expect([list.source, list.patches.length]).toEqual(['Bob/Bob_0002.jpg', 27])
  })

  it('say what is wrong with the call', async () => {
    const cwd = scratch()
    const cases: [string[], number, string][] = [
      [['bench', 'dpr', '--set', '.', '--methods', 'xssab,magic'], 2, 'magic'],
      [['bench', 'dpr', '--set', '.', '--methods', 'xssab'], 3, 'set.json'],
      [[...PATCH, '--seed', '1', '--out', 'x'], 3, 'pairs.txt'],
      [[...PATCH, '--seed', '-1', '--out', 'x'], 2, 'seed'],
      [[...PATCH, '--seed', '1', '--pairs-limit', '3', '--out', 'x'], 2, 'even']
    ]
    for (const [args, status, words] of cases) {
      const run = await vidimus(args, cwd)
      expect([run.status, run.stderr], args.join(' ')).toEqual([status, expect.stringContaining(words)])
    }
    expect(readdirSync(cwd)).toEqual([])
  })
})

describe('benchmarks of another model', () => {
  it('take an ONNX file of the user\u2019s own, fed as they say', async () => {
    const cwd = await smallBenchmark()
    writeFileSync(join(cwd, 'tiny.onnx'), encodeModel(tinyGraph()))
    writeFileSync(join(cwd, 'wide.onnx'), encodeModel(tinyGraph({}, 128)))
    const json = async (...args: string[]): Promise<Record<string, unknown>> => {
      const { status, stdout } = await vidimus(['bench', ...args, '--json'], cwd)
      expect(status, args.join(' ')).toBe(0)
      return JSON.parse(stdout) as Record<string, unknown>
    }
    const lfw = (...more: string[]) => json('lfw', '--images', 'images', '--pairs', 'pairs.txt', ...more)
    const [tiny, wide] = [await lfw('--model', 'tiny.onnx'), await lfw('--model', 'wide.onnx')]
    expect([tiny.pairsUsed, wide.pairsUsed]).toEqual([4, 4])
    expect(tiny.threshold).not.toBe(wide.threshold)

    expect((await vidimus([...PATCH, '--seed', '7', '--out', 'one'], cwd)).status).toBe(0)
    const dpr = (out: string, ...more: string[]) => json('dpr', '--set', 'one', '--methods', 'xssab-l', '--out', out, '--model', 'tiny.onnx', ...more)
    const [rgb, swapped] = [await dpr('rgb'), await dpr('bgr', '--channels', 'BGR')]
    const model = { id: 'tiny.onnx', sha256: createHash('sha256').update(readFileSync(join(cwd, 'tiny.onnx'))).digest('hex'), embedding: null }
    expect([rgb.model, tiny.model]).toMatchObject([{ ...model, preprocessing: { channels: 'RGB' } }, model])
    expect(swapped.model).toMatchObject({ ...model, preprocessing: { channels: 'BGR' } })
    expect(readFileSync(join(cwd, 'bgr/tables.md'), 'utf8')).toContain('tiny.onnx (SHA-256 ' + model.sha256.slice(0, 12) + '...), fed (value - 127.5) / 127.5, BGR')
    expect(swapped.threshold).not.toBe(rgb.threshold)
    const refused = await vidimus(['bench', 'dpr', '--set', 'one', '--methods', 'xssab-l', '--model', 'wide.onnx'], cwd)
    expect([refused.status, refused.stderr]).toEqual([3, expect.stringContaining('128x128')])

    const latency = await json('latency', '--model', 'tiny.onnx', '--methods', 'xssab', '--pairs-limit', '1')
    expect((latency.methods as { pairs: number }[])[0]!.pairs).toBe(1)
  })
})

describe('vidimus bench latency --methods', () => {
  it('times every method beside the ratios', async () => {
    const { status, stdout } = await vidimus(['bench', 'latency', '--methods', 'rnd,xssab', '--pairs-limit', '2', '--json'], scratch())
    const report = JSON.parse(stdout) as { pairAlone: number; methods: { method: string; pairs: number; meanMs: number; totalMs: number }[] }
    expect([status, report.pairAlone > 0]).toEqual([0, true])
    expect(report.methods.map(({ method, pairs }) => [method, pairs])).toEqual([['rnd', 2], ['xssab', 2]])
    for (const { meanMs, totalMs } of report.methods) expect(totalMs).toBeCloseTo(2 * meanMs, 6)
    expect(report.methods[1]!.meanMs).toBeGreaterThan(report.methods[0]!.meanMs)
  })
})
