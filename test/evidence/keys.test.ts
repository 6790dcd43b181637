import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { backupText, createKey, currentKey, openKey, restoreKey, retireKey, retiredKeys } from '../../src/main/evidence/keys'
import { signatureText, verify } from '../../src/main/evidence/signature'
import { mountTinyDisk } from '../support/tinyDisk'

const PASSPHRASE = 'gr\u00fcne Wiese, 7 K\u00fche'
const files = [{ name: 'report.pdf', sha256: createHash('sha256').update('x').digest('hex') }]
const hashOf = () => files[0]!.sha256
const keyFile = (folder: string): string => join(folder, 'laboratory-key.json')

let folder: string
/** A key made once: scrypt is slow on purpose. */
let made: string
beforeAll(async () => {
  const home = mkdtempSync(join(tmpdir(), 'vidimus-key-'))
  await createKey(home, 'Lab N', PASSPHRASE)
  made = readFileSync(keyFile(home), 'utf8')
  rmSync(home, { recursive: true })
})
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vidimus-key-'))
  const mine = folder
  onTestFinished(() => rmSync(mine, { recursive: true, force: true }))
})
const withKey = (text = made): void => writeFileSync(keyFile(folder), text)

describe('the laboratory\u2019s key', () => {
  it('is none at first', async () => {
    expect(currentKey(folder)).toBeNull()
    expect(currentKey(join(folder, 'not', 'there'))).toBeNull()
    await expect(openKey(folder, PASSPHRASE)).rejects.toMatchObject({ code: 'key.none', kind: 'usage' })
    expect(() => backupText(folder)).toThrow('There is no laboratory key on this machine')
  })

  it('is made in a file for this user alone, with nothing left beside it, and signs', async () => {
    const nested = join(folder, 'config')
    const key = await createKey(nested, 'Lab N', PASSPHRASE)
    expect(readdirSync(nested)).toEqual(['laboratory-key.json'])
    if (process.platform !== 'win32') expect(statSync(keyFile(nested)).mode & 0o777).toBe(0o600)
    expect(currentKey(nested)).toEqual(key)
    const signature = (await openKey(nested, PASSPHRASE)).sign(files, 'A. Examiner')
    expect(signature).toMatchObject({ laboratory: 'Lab N', signer: 'A. Examiner', fingerprint: key.fingerprint, publicKey: key.publicKey })
    expect((await verify(signatureText(signature), hashOf, [key.fingerprint])).state).toBe('valid')
  })

  it('is encrypted: the file holds neither the passphrase nor the private half in any spelling', () => {
    const { encrypted, kdf, cipher } = JSON.parse(made) as { encrypted: string; kdf: object; cipher: object }
    expect(kdf).toMatchObject({ name: 'scrypt', N: 131_072, r: 8, p: 1 })
    expect(cipher).toMatchObject({ name: 'aes-256-gcm' })
    // PKCS#8 of an Ed25519 key begins so.
    expect(Buffer.from(encrypted, 'base64').subarray(0, 4).toString('hex')).not.toBe('302e0201')
    expect(made).not.toContain('PRIVATE')
    expect(made).not.toContain(PASSPHRASE)
  })

  it('is one at a time', async () => {
    withKey()
    await expect(createKey(folder, 'Another', PASSPHRASE)).rejects.toMatchObject({ code: 'key.exists' })
    expect(readFileSync(keyFile(folder), 'utf8')).toBe(made)
  })

  it('made by two programs at once is one key, and the other is told', async () => {
    const results = await Promise.allSettled([createKey(folder, 'One', PASSPHRASE), createKey(folder, 'Two', PASSPHRASE)])
    const done = results.filter(({ status }) => status === 'fulfilled')
    const refused = results.find(({ status }) => status === 'rejected') as PromiseRejectedResult
    expect(done).toHaveLength(1)
    expect(refused.reason).toMatchObject({ code: 'key.exists' })
    expect(currentKey(folder)).toEqual((done[0] as PromiseFulfilledResult<unknown>).value)
    expect(readdirSync(folder)).toEqual(['laboratory-key.json'])
  })

  it('does not open with another passphrase, and says so without it', async () => {
    withKey()
    const wrong = await openKey(folder, 'a wrong passphrase').catch((error: unknown) => error as Error)
    expect(wrong).toMatchObject({ code: 'key.passphrase', kind: 'usage', message: expect.stringMatching(/^The passphrase does not open the key with fingerprint [0-9a-f]{64}\./) as unknown })
    expect(JSON.stringify(wrong) + String((wrong as Error).stack)).not.toContain('a wrong passphrase')
    await expect(openKey(folder, '')).rejects.toMatchObject({ code: 'key.passphrase' })
  })

  it('opens with the same passphrase composed in another way', async () => {
    withKey()
    expect(PASSPHRASE.normalize('NFD')).not.toBe(PASSPHRASE)
    await expect(openKey(folder, PASSPHRASE.normalize('NFD'))).resolves.toHaveProperty('key')
  })
})

describe('a damaged key file', () => {
  it('is told from a wrong passphrase, whatever character of it was changed', async () => {
    for (let at = 0; at < made.length; at += 7) {
      const changed = made.slice(0, at) + (made[at] === 'A' ? 'B' : 'A') + made.slice(at + 1)
      withKey(changed)
      expect(() => currentKey(folder), `character ${at}`).toThrow(/key file .* is damaged: /)
    }
    await expect(openKey(folder, PASSPHRASE)).rejects.toMatchObject({ code: 'key.damaged', kind: 'input' })
  })

  it.each(['', '{}', 'null', '[', '\u0000'])('%j is one', text => {
    withKey(text)
    expect(() => currentKey(folder)).toThrow(/Restore its backup, or retire the key and make a new one\.$/)
  })

  it('is not written over by a new key, and kept beside when the backup takes its place', async () => {
    withKey(made.slice(0, 100))
    await expect(createKey(folder, 'Lab N', PASSPHRASE)).rejects.toMatchObject({ code: 'key.damaged' })
    await restoreKey(folder, { text: made, name: 'backup.json' }, PASSPHRASE)
    const kept = readdirSync(folder).find(name => name.includes('damaged'))!
    expect(readFileSync(join(folder, kept), 'utf8')).toBe(made.slice(0, 100))
    expect(currentKey(folder)?.laboratory).toBe('Lab N')
  })

  it('can be put aside like a key that is lost', () => {
    withKey('{')
    expect(retireKey(folder, 'unreadable')).toBeNull()
    expect(currentKey(folder)).toBeNull()
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/^laboratory-key\.json\.damaged-/)])
  })
})

describe('a backup', () => {
  it('is the encrypted file, and brings the key back with its passphrase', async () => {
    withKey()
    const text = backupText(folder)
    expect(text).toBe(made)
    rmSync(keyFile(folder))
    await expect(restoreKey(folder, { text, name: 'b.json' }, 'not the passphrase')).rejects.toMatchObject({ code: 'key.passphrase' })
    expect(readdirSync(folder)).toEqual([])
    const key = await restoreKey(folder, { text, name: 'b.json' }, PASSPHRASE)
    expect(currentKey(folder)).toEqual(key)
    if (process.platform !== 'win32') expect(statSync(keyFile(folder)).mode & 0o777).toBe(0o600)
  })

  it('does not replace a key that is there', async () => {
    withKey()
    await expect(restoreKey(folder, { text: made, name: 'b.json' }, PASSPHRASE)).rejects.toMatchObject({ code: 'key.exists' })
  })

  it('that is damaged, or has another laboratory\u2019s name put in, is refused', async () => {
    for (const text of [made.replace('Lab N', 'Lab M'), made.slice(0, -20), '{}'])
      await expect(restoreKey(folder, { text, name: 'b.json' }, PASSPHRASE)).rejects.toMatchObject({ code: 'key.damaged', message: expect.stringContaining('"b.json"') as unknown })
    expect(readdirSync(folder)).toEqual([])
  })

  it('with a name and a checksum made anew still does not open: the encryption vouches for the name', async () => {
    const { sha256: _, ...file } = JSON.parse(made) as Record<string, unknown>
    const { canonicalJson } = await import('../../src/main/evidence/canonicalJson')
    const forged = { ...file, laboratory: 'Lab M' }
    const text = JSON.stringify({ ...forged, sha256: createHash('sha256').update(canonicalJson(forged)).digest('hex') })
    await expect(restoreKey(folder, { text, name: 'b.json' }, PASSPHRASE)).rejects.toMatchObject({ code: 'key.passphrase' })
  })
})

describe('retiring', () => {
  it('keeps the public half with date and reason, deletes the private one, and leaves signatures valid', async () => {
    withKey()
    const signature = signatureText((await openKey(folder, PASSPHRASE)).sign(files, 'A'))
    const key = currentKey(folder)!
    expect(retireKey(folder, 'passphrase lost')).toEqual({ ...key, retired: expect.any(String) as unknown, reason: 'passphrase lost' })
    expect(readdirSync(folder)).toEqual(['retired-keys.json'])
    expect(readFileSync(join(folder, 'retired-keys.json'), 'utf8')).not.toContain('encrypted')
    const trusted = retiredKeys(folder).map(({ fingerprint }) => fingerprint)
    expect((await verify(signature, hashOf, trusted)).state).toBe('valid')
    await expect(openKey(folder, PASSPHRASE)).rejects.toMatchObject({ code: 'key.none' })
    await createKey(folder, 'Lab N', PASSPHRASE)
    retireKey(folder, 'again')
    expect(retiredKeys(folder).map(({ reason }) => reason)).toEqual(['passphrase lost', 'again'])
  })

  it('where there is none is refused; a damaged list is told', () => {
    expect(() => retireKey(folder, 'x')).toThrow('There is no laboratory key')
    writeFileSync(join(folder, 'retired-keys.json'), '{')
    expect(() => retiredKeys(folder)).toThrow(/list of retired keys .* is damaged/)
    withKey()
    expect(() => retireKey(folder, 'x')).toThrow(/damaged/)
    expect(readFileSync(keyFile(folder), 'utf8')).toBe(made)
  })
})

describe('a disk that does not do', () => {
  it('a folder that is a file, and a key file that is a folder, are told', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    await expect(createKey(file, 'Lab', PASSPHRASE)).rejects.toMatchObject({ code: expect.stringMatching(/^(key\.unreadable|disk\.unwritable)$/) as unknown, kind: 'fault', message: expect.stringContaining(file) as unknown })
    mkdirSync(keyFile(folder))
    expect(() => currentKey(folder)).toThrow(/could not be read: .*See that this user may read it/)
  })

  it('that is full leaves no key and no part of one', async context => {
    const disk = join(folder, 'disk')
    mkdirSync(disk)
    const trouble = mountTinyDisk(disk, 8)
    if (trouble !== null) return context.skip(trouble)
    writeFileSync(join(disk, 'filler'), Buffer.alloc(4096))
    try {
      writeFileSync(join(disk, 'more'), Buffer.alloc(1 << 20))
    } catch {
      // That is what a full disk says.
    }
    const names = readdirSync(disk)
    await expect(createKey(disk, 'Lab', PASSPHRASE)).rejects.toMatchObject({ code: 'disk.full', kind: 'fault', message: expect.stringContaining('the disk is full') as unknown })
    expect(readdirSync(disk)).toEqual(names)
  })
})
