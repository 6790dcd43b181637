import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadDefaultModel, readModelManifest } from '../../src/main/runtime/models'

describe('the installed models', () => {
  test.each(['recognition', 'detection', 'landmarks'])('%s is there with its pinned hash', async role => {
    const { entry, bytes } = await loadDefaultModel(role)
    expect(entry.role).toBe(role)
    expect(bytes.length).toBeGreaterThan(1_000_000)
  })

  test('an unknown id is refused with the known ones', async () => {
    await expect(loadDefaultModel('arcface')).rejects.toMatchObject({ kind: 'usage', code: 'model.unknown' })
    await expect(loadDefaultModel('arcface')).rejects.toThrow(/mobilefacenet-512/)
  })
})

describe('a damaged installation', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vidimus-models-'))
    await cp('resources/models', folder, { recursive: true })
  })
  afterEach(() => rm(folder, { recursive: true }))

  test('a changed model is refused', async () => {
    await appendFile(join(folder, 'fr_detect.onnx'), 'x')
    await expect(loadDefaultModel('detection', folder)).rejects.toMatchObject({ code: 'model.tampered', message: expect.stringContaining('npm run models') as string })
  })

  test('a missing model is refused', async () => {
    await rm(join(folder, 'fr_detect.onnx'))
    await expect(loadDefaultModel('detection', folder)).rejects.toMatchObject({ code: 'model.missing' })
  })
})

test('the manifest says what is undocumented for every model', async () => {
  const { models } = await readModelManifest()
  for (const model of models) expect(model.undocumented.length).toBeGreaterThan(0)
})
