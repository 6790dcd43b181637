import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { buildCli, demo, scratch, vidimus } from '../../support/cli'
import { BROKEN } from '../../support/tinyModels'

beforeAll(buildCli)
vi.setConfig({ testTimeout: 240_000 })

/** A PNG whose header promises 50000 x 50000 pixels. */
function bomb(): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const out = Buffer.alloc(body.length + 8)
    out.writeUInt32BE(data.length)
    body.copy(out, 4)
    out.writeUInt32BE(crc32(body), body.length + 4)
    return out
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(50_000, 0)
  header.writeUInt32BE(50_000, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(1 << 20))), chunk('IEND', Buffer.alloc(0))])
}

const PHOTOS: Record<string, [code: string, make: (path: string) => unknown]> = {
  'a missing file': ['file.missing', () => undefined],
  'a folder': ['file.directory', (path) => mkdirSync(path)],
  'an empty file': ['file.empty', (path) => writeFileSync(path, '')],
  'a truncated photo': ['photo.damaged', (path) => (writeFileSync(path, readFileSync(demo(3))), truncateSync(path, 60_000))],
  'a text file': ['photo.unknown', (path) => writeFileSync(path, 'no picture at all, only words')],
  'a decompression bomb': ['photo.bomb', (path) => writeFileSync(path, bomb())],
  'a photo of nothing': ['face.none', (path) => sharp({ create: { width: 640, height: 480, channels: 3, background: '#7a8a99' } }).jpeg().toFile(path)]
}

describe('a photo that can\u2019t be used', () => {
  it.each(Object.entries(PHOTOS))('%s', async (_, [code, make]) => {
    const cwd = scratch()
    const before = readdirSync(cwd)
    await make(join(cwd, 'bad.jpg'))
    if (existsSync(join(cwd, 'bad.jpg'))) before.push('bad.jpg')
    const { status, stdout, stderr } = await vidimus(['explain', 'bad.jpg', demo(3), '--face-b', '0', '--json'], cwd)
    expect([status, stderr]).toEqual([3, ''])
    const { error } = JSON.parse(stdout) as { error: { kind: string; code: string; message: string } }
    expect(error).toMatchObject({ kind: 'input', code })
    expect(error.message).toContain('bad.jpg')
    expect(readdirSync(cwd)).toEqual(before)
  })

  it('a crop of another size with --aligned', async () => {
    const cwd = scratch()
    const { status, stderr } = await vidimus(['explain', demo(3), demo(3), '--aligned', '--out', 'case'], cwd)
    expect([status, stderr]).toEqual([3, expect.stringMatching(/^vidimus: .*sample3\.jpg" is 1920 x \d+ pixels; .*112 x 112/) as string])
    expect(readdirSync(cwd)).toEqual([])
  })
})

const MODELS: Record<keyof typeof BROKEN, string> = {
  nan: 'model.not-finite',
  greyInput: 'model.input-shape',
  externalData: 'model.external-data',
  text: 'model.malformed',
  cycle: 'model.cycle',
  missingInitializer: 'model.missing-initializer',
  noRule: 'model.no-rule'
}

describe('a model that can\u2019t be used', () => {
  it.each(Object.entries(MODELS) as [keyof typeof BROKEN, string][])('%s: %s', async (kind, code) => {
    const cwd = scratch()
    writeFileSync(join(cwd, 'bad.onnx'), BROKEN[kind]())
    await sharp(demo(2)).extract({ left: 1400, top: 160, width: 224, height: 224 }).resize(112, 112).png().toFile(join(cwd, 'crop.png'))
    const { status, stdout, stderr } = await vidimus(['explain', 'crop.png', 'crop.png', '--aligned', '--model', 'bad.onnx', '--threshold', '0.3', '--json'], cwd)
    expect([status, stderr]).toEqual([3, ''])
    expect((JSON.parse(stdout) as { error: { code: string } }).error).toMatchObject({ kind: 'input', code })
    expect(readdirSync(cwd).sort()).toEqual(['bad.onnx', 'crop.png'])
  })

  it('wants a threshold for a model without calibration, and says why', async () => {
    const cwd = scratch()
    writeFileSync(join(cwd, 'own.onnx'), BROKEN.nan())
    const { status, stderr } = await vidimus(['explain', demo(3), demo(3), '--model', 'own.onnx'], cwd)
    expect([status, stderr]).toEqual([2, expect.stringContaining('No calibration is known for the model "own.onnx"') as string])
    expect((await vidimus(['explain', demo(3), demo(3), '--model', 'none.onnx', '--threshold', '0'], cwd)).stderr).toContain('known: mobilefacenet-512')
  })
})
