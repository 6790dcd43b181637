import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'electron-builder'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packageConfig } from '../../scripts/package/config'
import { extractArchive, listArchive } from '../support/asar'
import { buildCli, demo } from '../support/cli'

const root = resolve(import.meta.dirname, '../..')
const work = mkdtempSync(join(tmpdir(), 'vidimus-package-'))
const output = join(work, 'dist')
const resources = join(output, 'linux-unpacked/resources')
const archive = join(resources, 'app.asar')
/** Marks the place of the fuses in every Electron binary. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** Only the program file of a runtime is looked at while packaging: this one has fuses, all as Electron ships them. */
function standInRuntime(): string {
  const folder = join(work, 'runtime')
  mkdirSync(join(folder, 'locales'), { recursive: true })
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.from(`program ${SENTINEL}`), Buffer.from([1, 8]), Buffer.from('10110001')]))
  for (const file of ['locales/en-US.pak', 'LICENSE', 'version']) writeFileSync(join(folder, file), '')
  return folder
}

const linked = lstatSync(join(root, 'node_modules')).isSymbolicLink()
if (linked) console.log('skipped: packing needs a node_modules of its own, and here it is a link')

afterAll(() => rmSync(work, { recursive: true }))

describe.skipIf(linked || process.platform !== 'linux')('the packed program (Linux, a node_modules of its own)', () => {
  beforeAll(async () => {
    await buildCli()
    await build({ projectDir: root, config: { ...packageConfig(root, standInRuntime()), directories: { output, buildResources: 'resources/icons' } }, dir: true })
  })

  test('holds the built program and the packages it loads, and nothing of its sources', () => {
    const files = listArchive(archive)
    const tops = new Set(files.map(path => path.split('/')[0]))
    expect([...tops].sort()).toEqual(['LICENSE', 'NOTICE', 'node_modules', 'out', 'package.json'])
    expect(files).toEqual(expect.arrayContaining(['out/main/electron.js', 'out/main/engine.js', 'out/preload/index.cjs', 'out/renderer/index.html']))
    expect(files.filter(path => /\.(ts|map)$|^node_modules\/(node|react|@mantine|electron)\//.test(path))).toEqual([])
  })

  test('has its fuses set: it runs nothing but itself', () => {
    const program = readFileSync(join(output, 'linux-unpacked/vidimus')).toString('latin1')
    // In order: run as Node off, cookie encryption on, NODE_OPTIONS off, --inspect off, archive checked, only the archive,
    // V8 snapshot of its own off, file:// privileges off.
    expect(program.split(SENTINEL)[1]?.slice(2)).toBe('01001100')
  })

  test('computes with what is inside, away from any checkout', () => {
    const folder = join(work, 'elsewhere')
    extractArchive(archive, folder)
    cpSync(join(resources, 'models'), join(folder, 'resources/models'), { recursive: true, dereference: true })
    const env = { ...process.env, NODE_PATH: '', VIDIMUS_CACHE_DIR: join(work, 'cache'), VIDIMUS_HOME: join(work, 'home') }
    const run = (...args: string[]): unknown => JSON.parse(execFileSync(process.execPath, [join(folder, 'out/main/cli.js'), ...args], { cwd: work, env, encoding: 'utf8' }))
    const explained = run('explain', demo(2), demo(2), '--face-a', '0', '--face-b', '0', '--json', '--out', join(work, 'result'))
    expect((explained as { cosine: number }).cosine).toBeCloseTo(1, 4)
    expect(run('call', 'app.about')).toMatchObject({ name: 'Vidimus', onnxruntime: '1.30.0' })
    // The engine's process and the store, too.
    expect(run('call', 'engine.selfTest')).toMatchObject({ ok: true })
    run('call', 'library.open', JSON.stringify({ folder: join(work, 'library'), create: true }))
    const sample = JSON.stringify({ photos: [{ kind: 'path', path: demo(1) }] })
    expect(run('call', 'case.createSample', sample, '--library', join(work, 'library'))).toMatchObject({ number: 'SAMPLE-1' })
  })
})

test('without Electron’s runtime, packaging says so in one line', () => {
  const env = { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: join(work, 'nowhere'), ELECTRON_MIRROR: 'http://127.0.0.1:9/' }
  const { status, stderr, stdout } = spawnSync(process.execPath, ['scripts/package.ts'], { cwd: root, env, encoding: 'utf8' })
  expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(/^vidimus: no installer can be built here: Electron's runtime is missing, it could not be fetched/)])
  expect([status, stdout]).toEqual([1, ''])
})
