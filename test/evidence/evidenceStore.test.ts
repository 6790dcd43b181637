import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { evidencePath, storeEvidence } from '../../src/main/evidence/evidenceStore'
import { verifyEvidence } from '../../src/main/evidence/verifyEvidence'
import { scratchFolder } from '../cases/support'
import { mountTinyDisk } from '../support/tinyDisk'

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** Everything below a folder that is a file. */
const filesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).map(({ name }) => name) : [])

function source(bytes: Buffer, folder = scratchFolder()): string {
  const path = join(folder, 'photo.jpg')
  writeFileSync(path, bytes)
  return path
}

describe('storing evidence', () => {
  it.each([0, 1, 5_000_000])('keeps %i bytes as they are, read-only, under their hash', async size => {
    const [library, bytes] = [scratchFolder(), randomBytes(size)]
    const stored = await storeEvidence(library, source(bytes))
    expect(stored).toEqual({ sha256: sha256(bytes), size })
    const path = evidencePath(library, stored.sha256)
    expect(path).toBe(join(library, 'evidence', stored.sha256.slice(0, 2), stored.sha256))
    expect(readFileSync(path).equals(bytes)).toBe(true)
    expect(statSync(path).mode & 0o777).toBe(0o444)
    expect(filesIn(library)).toEqual([stored.sha256])
  })

  it('keeps the same bytes once, however many store them at the same time', async () => {
    const [library, bytes] = [scratchFolder(), randomBytes(300_000)]
    const path = source(bytes)
    const stored = await Promise.all(Array.from({ length: 8 }, () => storeEvidence(library, path)))
    expect(new Set(stored.map(({ sha256: hash }) => hash))).toEqual(new Set([sha256(bytes)]))
    const { ino } = statSync(evidencePath(library, sha256(bytes)))
    await storeEvidence(library, path)
    expect(statSync(evidencePath(library, sha256(bytes))).ino).toBe(ino)
    expect(filesIn(library)).toEqual([sha256(bytes)])
  })

  it('refuses where other bytes lie under the hash, and writes over nothing', async () => {
    const [library, bytes] = [scratchFolder(), Buffer.from('as it came in')]
    const path = source(bytes)
    const { sha256: hash } = await storeEvidence(library, path)
    chmodSync(evidencePath(library, hash), 0o644)
    writeFileSync(evidencePath(library, hash), 'as someone made it')
    await expect(storeEvidence(library, path)).rejects.toMatchObject({ kind: 'input', code: 'evidence.tampered', detail: { expected: hash, found: sha256(Buffer.from('as someone made it')) } })
    expect(readFileSync(evidencePath(library, hash), 'utf8')).toBe('as someone made it')
    expect(filesIn(library)).toEqual([hash])
  })

  it.each([
    ['missing', (folder: string) => join(folder, 'gone.jpg')],
    ['a folder', (folder: string) => folder]
  ])('tells a source that is %s, and leaves nothing behind', async (_what, at) => {
    const library = scratchFolder()
    await expect(storeEvidence(library, at(scratchFolder()))).rejects.toMatchObject({ kind: 'input', code: 'evidence.unreadable' })
    expect(filesIn(library)).toEqual([])
  })

  it('tells a full disk, and leaves nothing behind', async ({ skip }) => {
    const library = join(scratchFolder(), 'library')
    mkdirSync(library)
    const refused = mountTinyDisk(library, 256)
    if (refused !== null) skip(`no small disk could be mounted: ${refused}`)
    await storeEvidence(library, source(randomBytes(50_000)))
    const kept = filesIn(library)
    await expect(storeEvidence(library, source(randomBytes(2_000_000)))).rejects.toMatchObject({ kind: 'fault', code: 'disk.full', message: expect.stringContaining('the disk is full') })
    expect(filesIn(library)).toEqual(kept)
  })

  it('tells a place where nothing can be written, and makes no library that is gone', async () => {
    const folder = scratchFolder()
    writeFileSync(join(folder, 'file'), '')
    for (const library of ['file', 'gone']) await expect(storeEvidence(join(folder, library), source(randomBytes(10)))).rejects.toMatchObject({ kind: 'fault', code: 'disk.unwritable' })
    expect(readdirSync(folder)).toEqual(['file'])
  })
})

describe('verifying evidence', () => {
  it('finds the hash of what lies there now', async () => {
    const [library, bytes] = [scratchFolder(), randomBytes(100_000)]
    const { sha256: hash } = await storeEvidence(library, source(bytes))
    expect(await verifyEvidence(library, hash)).toEqual({ ok: true, found: hash })
    const altered = Buffer.from(bytes)
    altered[99_999]! ^= 1
    chmodSync(evidencePath(library, hash), 0o644)
    writeFileSync(evidencePath(library, hash), altered)
    expect(await verifyEvidence(library, hash)).toEqual({ ok: false, found: sha256(altered) })
  })

  it('says what is missing or can\u2019t be read', async () => {
    const library = scratchFolder()
    expect(await verifyEvidence(library, 'a'.repeat(64))).toEqual({ ok: false, found: 'missing' })
    mkdirSync(evidencePath(library, 'b'.repeat(64)), { recursive: true })
    expect(await verifyEvidence(library, 'b'.repeat(64))).toEqual({ ok: false, found: expect.stringMatching(/^unreadable: /) })
  })
})
