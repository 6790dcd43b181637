import { createHash, createPrivateKey, generateKeyPairSync, sign as signBytes, type KeyObject } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Signature } from '../../src/shared/domain/signature'
import { canonicalJson } from '../../src/main/evidence/canonicalJson'
import { fingerprintOfSent, readSignature, sign, signatureText, unsigned, verify } from '../../src/main/evidence/signature'

const sha = (text: string): string => createHash('sha256').update(text).digest('hex')
const { privateKey: key } = generateKeyPairSync('ed25519')
const FILES: Record<string, string> = { 'report.pdf': 'pages', 'report.json': '{}', 'Bericht Müller 王.csv': 'a,b' }
const named = (files: Record<string, string>) => Object.entries(files).map(([name, content]) => ({ name, sha256: sha(content) }))
const request = { laboratory: 'Laboratory "N\u00fcrnberg"', signer: 'A. Examiner', at: '2026-05-03T08:00:00.000Z', key, files: named(FILES) }
const signature = sign(request)
const text = signatureText(signature)
const hashOf = (files: Record<string, string>) => (name: string) => (Object.hasOwn(files, name) ? sha(files[name]!) : null)

/** The same content signed again by whoever holds `by`. */
function forged(changes: Partial<Signature> & Record<string, unknown>, by: KeyObject | null = key): string {
  const { signature: old, ...body } = { ...signature, ...changes }
  const made = by === null || 'signature' in changes ? old : signBytes(null, Buffer.from(canonicalJson(body)), by).toString('base64')
  return `${canonicalJson({ ...body, signature: made })}\n`
}

describe('a signature', () => {
  it('is valid for a reader who knows the key, and names signer, laboratory and time', async () => {
    expect(await verify(text, hashOf(FILES), ['0'.repeat(64), signature.fingerprint])).toEqual({
      state: 'valid', message: `Signed for A. Examiner by Laboratory "N\u00fcrnberg" at 2026-05-03T08:00:00.000Z with key ${signature.fingerprint}, and unchanged since.`,
      fingerprint: signature.fingerprint, laboratory: request.laboratory, signer: 'A. Examiner', at: request.at
    })
  })

  it('proves nothing to a reader who knows no key, or another', async () => {
    const stranger = await verify(text, hashOf(FILES))
    expect([stranger.state, stranger.message]).toEqual(['unknown-key', `The signature is sound, but made with key ${signature.fingerprint}, which proves nothing by itself: ask the laboratory named in it ("Laboratory "N\u00fcrnberg"") for its fingerprint and compare.`])
    const other = await verify(text, hashOf(FILES), ['ab'.repeat(32)])
    expect([other.state, other.message]).toEqual(['unknown-key', expect.stringContaining(`not the key to be trusted (${'ab'.repeat(32)})`)])
  })

  it('is the same for the same request: Ed25519 draws nothing', () => {
    expect(signatureText(sign(request))).toBe(text)
  })

  it('names every file that changed and every one that is missing', async () => {
    const { state, message } = await verify(text, hashOf({ 'report.pdf': 'pagez', 'report.json': '{}' }), [signature.fingerprint])
    expect(state).toBe('broken')
    expect(message).toBe(`report.pdf has changed since it was signed: its SHA-256 is ${sha('pagez')}, and ${sha('pages')} was signed. Bericht M\u00fcller \u738b.csv is missing: it was signed with SHA-256 ${sha('a,b')}.`)
  })

  it('of other files is none of the file that was asked for', async () => {
    const { state, message } = await verify(text, hashOf({ ...FILES, 'other.pdf': 'x' }), [signature.fingerprint], ['report.pdf', 'other.pdf'])
    expect([state, message]).toEqual(['broken', 'other.pdf is not among the files that were signed: the signature beside it says nothing of it.'])
  })

  it('is broken by any change of any byte of its own file', async () => {
    const bytes = Buffer.from(text)
    await fc.assert(fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (place, flip) => {
      const changed = Buffer.from(bytes)
      changed[place] = changed[place]! ^ flip
      expect((await verify(changed.toString('utf8'), hashOf(FILES), [signature.fingerprint])).state).toBe('broken')
    }), { numRuns: 400 })
  })

  it('is broken by a part cut off or put in', async () => {
    await fc.assert(fc.asyncProperty(fc.nat(text.length), fc.string({ minLength: 1, maxLength: 5 }), async (place, more) => {
      fc.pre(place < text.length)
      expect((await verify(text.slice(0, place), hashOf(FILES))).state).toBe('broken')
      expect((await verify(text.slice(0, place) + more + text.slice(place), hashOf(FILES))).state).toBe('broken')
    }))
  })

  it.each<[string, Partial<Signature>]>([
    ['signer', { signer: 'B. Other' }], ['laboratory', { laboratory: 'Another' }], ['at', { at: '2026-05-04T08:00:00.000Z' }],
    ['files', { files: named({ 'report.pdf': 'pages' }) }], ['order of files', { files: request.files.toReversed() }]
  ])('does not fit another %s', async (_what, changes) => {
    const { state, message } = await verify(forged(changes, null), hashOf(FILES), [signature.fingerprint])
    expect([state, message]).toEqual(['broken', expect.stringContaining('does not fit what it says')])
  })

  it('by another key under this key\u2019s name does not fit; with its own name it is an unknown one', async () => {
    const mallory = generateKeyPairSync('ed25519').privateKey
    expect((await verify(forged({}, mallory), hashOf(FILES), [signature.fingerprint])).state).toBe('broken')
    const own = signatureText(sign({ ...request, key: mallory }))
    expect((await verify(own, hashOf(FILES), [signature.fingerprint])).state).toBe('unknown-key')
    const { publicKey } = sign({ ...request, key: mallory })
    expect(readSignature(forged({ publicKey }, mallory))).toEqual({ fault: 'its fingerprint is not that of its public key' })
  })

  it('with its second half made larger by the order of the group is refused', async () => {
    const bytes = Buffer.from(signature.signature, 'base64')
    const L = 2n ** 252n + 27742317777372353535851937790883648493n
    let s = BigInt(`0x${Buffer.from(bytes.subarray(32)).reverse().toString('hex')}`) + L
    for (let i = 32; i < 64; i++, s >>= 8n) bytes[i] = Number(s & 255n)
    const malleable = forged({ signature: bytes.toString('base64') })
    expect(readSignature(malleable)).toHaveProperty('signature')
    expect((await verify(malleable, hashOf(FILES), [signature.fingerprint])).state).toBe('broken')
  })

  const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ type: 'spki', format: 'pem' }).toString()
  const ed448 = generateKeyPairSync('ed448').publicKey.export({ type: 'spki', format: 'pem' }).toString()
  const pkcs8 = key.export({ type: 'pkcs8', format: 'pem' }).toString()
  it.each<[string, string, Record<string, unknown>]>([
    ['another schema', 'schema', { schema: 'vidimus.signature/2' }],
    ['another algorithm beside', 'not what it must be', { algorithm: 'none' }],
    ['an RSA key', 'not an Ed25519 key', { publicKey: rsa }],
    ['an Ed448 key', 'not an Ed25519 key', { publicKey: ed448 }],
    ['a private key', 'not an Ed25519 key', { publicKey: pkcs8 }],
    ['another spelling of the key', 'not an Ed25519 key', { publicKey: signature.publicKey.replace('\n', '\r\n') }],
    ['a broken PEM', 'not an Ed25519 key', { publicKey: signature.publicKey.slice(0, -5) }],
    ['no files', 'files', { files: [] }],
    ['a path up', 'no plain file name', { files: [{ name: '../x', sha256: sha('') }] }],
    ['a backslash', 'no plain file name', { files: [{ name: 'a\\b', sha256: sha('') }] }],
    ['a drive', 'no plain file name', { files: [{ name: 'C:x', sha256: sha('') }] }],
    ['itself', 'no plain file name', { files: [{ name: 'signature.json', sha256: sha('') }] }],
    ['a file twice', 'twice', { files: [...named({ a: '1' }), ...named({ a: '2' })] }],
    ['a hash in capitals', 'files.0.sha256', { files: [{ name: 'a', sha256: sha('').toUpperCase() }] }],
    ['base64 without its end', 'base64 of 64 bytes', { signature: signature.signature.replace(/=+$/, '') }],
    ['base64 with idle bits', 'base64 of 64 bytes', { signature: signature.signature.replace(/.==$/, 'B==') }],
    ['63 bytes', 'base64 of 64 bytes', { signature: Buffer.alloc(63).toString('base64') }],
    ['a time that is none', 'at', { at: 'yesterday' }]
  ])('with %s is no signature', async (_what, why, changes) => {
    const { state, message } = await verify(forged(changes), hashOf(FILES), [signature.fingerprint])
    expect([state, message]).toEqual(['broken', expect.stringContaining(why)])
  })

  it('with a field written twice, spaces or another order of fields is no signature', () => {
    for (const other of [text.replace('{', '{"signer":"X",'), JSON.stringify(signature), JSON.stringify(JSON.parse(text), null, 2), text.trim(), `\ufeff${text}`])
      expect(readSignature(other)).toHaveProperty('fault')
  })

  it.each(['', 'null', '[]', '42', '{}', '"x"', '{"schema":"vidimus.signature/1"}', '['.repeat(10_000)])('%#: what is none at all gives a message, never an error', async other => {
    expect((await verify(other, hashOf(FILES))).message).toMatch(/^The signature file is damaged: /)
  })

  it('is not made for what could not be checked', () => {
    for (const name of ['a/b', '', '.', 'signature.json', 'a\u0000']) expect(() => sign({ ...request, files: [{ name, sha256: sha('') }] })).toThrow(TypeError)
    expect(() => sign({ ...request, files: [...request.files, request.files[0]!] })).toThrow(/twice/)
    expect(() => sign({ ...request, files: [] })).toThrow(TypeError)
    expect(() => sign({ ...request, key: generateKeyPairSync('ed448').privateKey })).toThrow(TypeError)
  })

  it('says of unsigned files that they are', () => {
    expect(unsigned('The package')).toEqual({ state: 'none', message: 'The package is not signed.', fingerprint: null, laboratory: null, signer: null, at: null })
  })

  it('fits the test vector of RFC 8032, so that other programs can check it', () => {
    const seed = Buffer.from('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb', 'hex')
    const rfc = createPrivateKey({ key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]), type: 'pkcs8', format: 'der' })
    expect(sign({ ...request, key: rfc }).fingerprint).toBe(createHash('sha256').update(Buffer.from('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c', 'hex')).digest('hex'))
  })
})

describe('a public key that a reader was sent', () => {
  it('may have been through mail programs', () => {
    const mailed = `\ufeff\r\n${signature.publicKey.replaceAll('\n', ' \r\n')}\r\n\r\n`
    expect(fingerprintOfSent(mailed, 'lab.pem')).toBe(signature.fingerprint)
  })

  it('is refused in plain words where it is none', () => {
    for (const other of ['', 'ssh-ed25519 AAAA', key.export({ type: 'pkcs8', format: 'pem' }).toString()])
      expect(() => fingerprintOfSent(other, 'lab.pem')).toThrow('"lab.pem" is not a laboratory\u2019s public key')
  })
})
