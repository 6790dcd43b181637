import { createHash } from 'node:crypto'
import { createWriteStream, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkFrame } from '../../../../src/main/reports/package/zip/checkFrame'
import { openZip } from '../../../../src/main/reports/package/zip/readZip'
import { zipStream } from '../../../../src/main/reports/package/zip/writeZip'
import { scratch } from '../../../support/cli'
import { rawZip, type RawEntry } from '../../../support/rawZip'

const CONTENT = new Map([['manifest.json', Buffer.from('{"a":1}')], ['case.json', Buffer.alloc(3_000_000, 'x')], [`evidence/${'a'.repeat(64)}`, Buffer.alloc(0)]])
const watch = { progress: () => undefined, signal: new AbortController().signal }
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

async function write(path: string, content = CONTENT): Promise<Buffer> {
  const entries = [...content].map(([name, bytes]) => ({ name, size: bytes.length, content: () => Readable.from([bytes]) }))
  await pipeline(zipStream(entries), createWriteStream(path))
  return readFileSync(path)
}

async function check(path: string) {
  const zip = await openZip(path)
  try {
    return await checkFrame(zip, watch)
  } finally {
    zip.close()
  }
}

it('the same entries give the same bytes, whatever the clock and the zone say; read back, all is as it was', async () => {
  const path = join(scratch(), 'a.vidimus')
  const bytes = await write(path)
  const zone = process.env.TZ
  process.env.TZ = 'Pacific/Chatham'
  expect((await write(path)).equals(bytes)).toBe(true)
  process.env.TZ = zone
  // A package that was written must stay readable: another version of the library that writes other bytes shows here.
  expect(sha256(bytes)).toBe('254bbe83c62c941d169c36fc4d98402eed7f08b23e001e188e31ae16906682bf')
  const { hashes, differs, sha256: whole } = await check(path)
  expect(differs).toBeNull()
  expect(whole).toBe(sha256(bytes))
  expect(Object.fromEntries(hashes)).toEqual(Object.fromEntries([...CONTENT].map(([name, content]) => [name, sha256(content)])))
})

it('content that fails or has another size ends the writing with that error', async () => {
  const path = join(scratch(), 'a.vidimus')
  const entry = { name: 'case.json', size: 5, content: () => Readable.from([Buffer.from('1234')]) }
  await expect(pipeline(zipStream([entry]), createWriteStream(path))).rejects.toThrow('unexpected number of bytes')
  const failing = { ...entry, content: () => Promise.reject(new Error('gone')) }
  await expect(pipeline(zipStream([failing]), createWriteStream(path))).rejects.toThrow('gone')
})

it('finds every changed byte, cut and added end', async () => {
  const path = join(scratch(), 'a.vidimus')
  const bytes = await write(path, new Map([['manifest.json', Buffer.from('{"a":1}')], ['log.jsonl', Buffer.from('one\ntwo\n')]]))
  const found = async (changed: Buffer): Promise<boolean> => {
    writeFileSync(path, changed)
    try {
      const { differs, hashes } = await check(path)
      return differs !== null || hashes.get('log.jsonl') !== sha256(Buffer.from('one\ntwo\n')) || hashes.get('manifest.json') !== sha256(Buffer.from('{"a":1}'))
    } catch {
      return true
    }
  }
  expect(await found(bytes)).toBe(false)
  for (const [at, byte] of bytes.entries()) {
    const changed = Buffer.from(bytes)
    changed[at] = byte ^ (1 << (at % 8))
    expect(await found(changed), `byte ${at}`).toBe(true)
  }
  expect(await found(bytes.subarray(0, -1))).toBe(true)
  expect(await found(Buffer.concat([bytes, Buffer.from([0])]))).toBe(true)
  expect(await found(Buffer.concat([Buffer.from('MZ'), bytes]))).toBe(true)
})

const bomb = deflateRawSync(Buffer.alloc(50_000_000))
const hostile: [string, RawEntry[]][] = [
  ['a way up', [{ name: '../case.json' }]],
  ['a way up in the middle', [{ name: 'evidence/../../case.json' }]],
  ['an absolute path', [{ name: '/etc/passwd' }]],
  ['a drive', [{ name: 'C:/case.json' }]],
  ['backslashes', [{ name: '..\\case.json' }]],
  ['a backslash for a slash', [{ name: `evidence\\${'a'.repeat(64)}` }]],
  ['a folder', [{ name: 'evidence/' }]],
  ['no name', [{ name: '' }]],
  ['a name with a zero', [{ name: 'case.json\0.exe' }]],
  ['a name with a line break', [{ name: 'case.json\n' }]],
  ['a hidden file', [{ name: 'reports/00000000-0000-4000-8000-000000000000/.x' }]],
  ['a name that is not UTF-8', [{ name: Buffer.from([0xff, 0xfe]) }]],
  ['another spelling of a name', [{ name: 'Case.json' }]],
  ['the same name twice', [{ name: 'case.json' }, { name: 'case.json' }]],
  ['a symbolic link', [{ name: 'case.json', attributes: (0o120777 << 16) >>> 0, content: Buffer.from('/etc/passwd') }]],
  ['a device', [{ name: 'case.json', attributes: (0o060666 << 16) >>> 0 }]],
  ['an encrypted entry', [{ name: 'case.json', flags: 1, content: Buffer.alloc(20) }]],
  ['a bomb', [{ name: 'case.json', method: 8, content: bomb, size: 50_000_000 }]],
  ['a bomb that lies about its size', [{ name: 'case.json', method: 8, content: bomb, size: 10 }]],
  ['an unknown compression', [{ name: 'case.json', method: 99 }]],
  ['sizes that differ', [{ name: 'case.json', content: Buffer.from('1234'), size: 4000 }]],
  ['more bytes than the file has', [{ name: 'case.json', content: Buffer.from('1234'), size: 0x7fffffff, compressedSize: 0x7fffffff }]],
  ['entries that share their bytes', Array.from({ length: 40 }, (_, i) => ({ name: `evidence/${String(i).padStart(64, '0')}`, content: i === 0 ? Buffer.alloc(4000) : Buffer.alloc(0), size: 4000, compressedSize: 4000, offset: 0 }))]
]
it.each(hostile)('refuses %s', async (_what, entries) => {
  const path = join(scratch(), 'hostile.vidimus')
  writeFileSync(path, rawZip(entries))
  await expect(openZip(path)).rejects.toMatchObject({ kind: 'input', code: expect.stringMatching(/^package\.(entry|not-zip)$/) as string })
})

it('refuses too many entries before reading them, and what is no zip', async () => {
  const path = join(scratch(), 'hostile.vidimus')
  writeFileSync(path, rawZip([{ name: 'case.json' }], 65_000))
  await expect(openZip(path)).rejects.toMatchObject({ code: 'package.entry' })
  for (const bytes of [Buffer.alloc(0), Buffer.from('hello'), Buffer.alloc(100_000)]) {
    writeFileSync(path, bytes)
    await expect(openZip(path)).rejects.toMatchObject({ kind: 'input', code: 'package.not-zip' })
  }
  await expect(openZip(join(path, 'none'))).rejects.toMatchObject({ code: 'package.unreadable' })
  await expect(openZip('/')).rejects.toMatchObject({ code: 'package.unreadable' })
})

it('any bytes end in words, never in a fault', async () => {
  const path = join(scratch(), 'any.vidimus')
  const seed = rawZip([{ name: 'case.json', content: Buffer.from('{}') }, { name: 'log.jsonl' }])
  const mutated = fc.array(fc.tuple(fc.nat(seed.length - 1), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 8 })
  await fc.assert(fc.asyncProperty(mutated, async changes => {
    const bytes = Buffer.from(seed)
    for (const [at, value] of changes) bytes[at] = value
    writeFileSync(path, bytes)
    await check(path).catch((error: unknown) => expect(error).toMatchObject({ kind: 'input' }))
  }), { numRuns: 300 })
})
