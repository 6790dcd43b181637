import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { create } from 'tar'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { download, ensureModels, installModels, missingModels, readManifest } from '../../scripts/fetch-models'
import type { ModelManifest } from '../../src/shared/domain/model'

let work: string
let folder: string
let tarball: string
let manifest: ModelManifest

beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'vidimus-fetch-'))
  folder = join(work, 'models')
  tarball = join(work, 'package.tgz')
  await mkdir(folder)
  manifest = await packModels('the pinned bytes of ')
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(work, { recursive: true })
})

/** A real package of small "models", and the repository's manifest with its pins put on them. */
async function packModels(content: string): Promise<ModelManifest> {
  const real = await readManifest('resources/models')
  await mkdir(join(work, 'package/model'), { recursive: true })
  const models = await Promise.all(
    real.models.map(async model => {
      await writeFile(join(work, model.archivePath), content + model.id)
      return { ...model, sha256: createHash('sha256').update(content + model.id).digest('hex') }
    })
  )
  await writeFile(join(work, 'package/index.js'), 'never wanted')
  await create({ gzip: true, file: tarball, cwd: work }, ['package'])
  const integrity = `sha512-${createHash('sha512').update(await readFile(tarball)).digest('base64')}`
  const made = { source: { ...real.source, integrity }, models }
  await writeFile(join(folder, 'models.json'), JSON.stringify(made))
  return made
}

const present = async (): Promise<string[]> => (await readdir(folder)).filter(name => name !== 'models.json').sort()

test('a good package gives the three models and nothing else', async () => {
  await expect(ensureModels(folder, tarball)).resolves.toBe('installed')
  expect(await present()).toEqual(['fr_detect.onnx', 'fr_feature.onnx', 'fr_landmark.onnx'])
  expect(await missingModels(folder, manifest)).toEqual([])
})

test('models that are there are not fetched again', async () => {
  await installModels(folder, manifest, tarball)
  vi.stubEnv('npm_execpath', '/nowhere/npm-cli.js')
  vi.stubEnv('PATH', '')
  await expect(ensureModels(folder)).resolves.toBe('present')
})

test('a model that changed on disk is put right', async () => {
  await installModels(folder, manifest, tarball)
  await writeFile(join(folder, 'fr_detect.onnx'), 'changed')
  expect((await missingModels(folder, manifest)).map(model => model.file)).toEqual(['fr_detect.onnx'])
  await ensureModels(folder, tarball)
  expect(await missingModels(folder, manifest)).toEqual([])
})

test('a tampered package installs nothing', async () => {
  const bytes = await readFile(tarball)
  bytes[bytes.length - 10]! ^= 1
  await writeFile(tarball, bytes)
  await expect(ensureModels(folder, tarball)).rejects.toMatchObject({ code: 'models.tampered', message: expect.stringContaining('Nothing was installed') as string })
  expect(await present()).toEqual([])
})

test('a model inside that is not the pinned one installs nothing, not even the good ones', async () => {
  const last = manifest.models.at(-1)!
  last.sha256 = '0'.repeat(64)
  await expect(installModels(folder, manifest, tarball)).rejects.toMatchObject({ code: 'models.tampered', message: expect.stringContaining(last.archivePath) as string })
  expect(await present()).toEqual([])
})

test('a package that is not there is named', async () => {
  await expect(ensureModels(folder, join(work, 'none.tgz'))).rejects.toThrow(/none\.tgz could not be read/)
})

test('without a registry the error names the cure and leaves nothing', async () => {
  vi.stubEnv('npm_config_registry', 'http://127.0.0.1:9/')
  await expect(ensureModels(folder)).rejects.toMatchObject({ code: 'models.download', message: expect.stringContaining('npm run models -- --from FILE.tgz') as string })
  expect(await present()).toEqual([])
})

test('the real manifest\'s package comes through the registry, byte for byte', async context => {
  const real = await readManifest('resources/models')
  const path = await download(real.source, work).catch((error: Error) => {
    console.log(`skipped: ${error.message}`)
    context.skip('no npm registry can be reached')
  })
  await cp('resources/models/models.json', join(folder, 'models.json'))
  await installModels(folder, real, path!)
  expect(await missingModels(folder, real)).toEqual([])
})
