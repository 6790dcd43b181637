/**
 * The file that a laboratory's private key is kept in: the public half in the clear, the private half encrypted with
 * AES-256-GCM under a key that scrypt makes of the passphrase (ADR 0070). The same file is the backup. Pure.
 */
import { createCipheriv, createDecipheriv, createHash, createPublicKey, generateKeyPairSync, randomBytes, scrypt, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { z } from 'zod'
import { Sha256 } from '../../shared/domain/common'
import { LaboratoryKey } from '../../shared/domain/signature'
import { canonicalJson } from './canonicalJson'
import { fingerprintOf, pemOf, readPrivateKey, readPublicKey } from './signingKey'

const base64 = (bytes: number) => z.string().refine(text => Buffer.from(text, 'base64').toString('base64') === text && Buffer.from(text, 'base64').length === bytes, `must be ${bytes} bytes in base64`)

/** PKCS#8 DER of an Ed25519 key. */
const PKCS8_BYTES = 48

const KeyFile = z.strictObject({
  schema: z.literal('vidimus.key/1'),
  ...LaboratoryKey.shape,
  /** As Node's scrypt takes them: 128 MiB and some tenths of a second a try. */
  kdf: z.strictObject({ name: z.literal('scrypt'), N: z.literal(131_072), r: z.literal(8), p: z.literal(1), salt: base64(32) }),
  cipher: z.strictObject({ name: z.literal('aes-256-gcm'), iv: base64(12), tag: base64(16) }),
  encrypted: base64(PKCS8_BYTES),
  /** Of the canonical JSON of all else: tells a damaged file from a wrong passphrase. */
  sha256: Sha256
})
export type KeyFile = z.infer<typeof KeyFile>

const scryptAsync = promisify<string, Buffer, number, object, Buffer>(scrypt)
const MEMORY_LIMIT = 192 * 1024 * 1024

const keyOf = (passphrase: string, { N, r, p, salt }: KeyFile['kdf']): Promise<Buffer> =>
  // The same passphrase typed on another system may be composed in another way.
  scryptAsync(passphrase.normalize('NFC'), Buffer.from(salt, 'base64'), 32, { N, r, p, maxmem: MEMORY_LIMIT })

type Open = Omit<KeyFile, 'cipher' | 'encrypted' | 'sha256'>

/** What the encryption vouches for beside the key itself: that nobody gave it another name or other parameters. */
const vouchedFor = ({ schema, laboratory, fingerprint, publicKey, created, kdf }: Open): Buffer => Buffer.from(canonicalJson({ schema, laboratory, fingerprint, publicKey, created, kdf }))

const sumOf = ({ sha256: _, ...rest }: KeyFile): string => createHash('sha256').update(canonicalJson(rest)).digest('hex')

/** A new key pair, its private half encrypted. `created`: ISO 8601, UTC. */
export async function newKeyFile(laboratory: string, passphrase: string, created: string): Promise<KeyFile> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const kdf = { name: 'scrypt', N: 131_072, r: 8, p: 1, salt: randomBytes(32).toString('base64') } as const
  const open = { schema: 'vidimus.key/1', laboratory, fingerprint: fingerprintOf(publicKey), publicKey: pemOf(publicKey), created, kdf } as const
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', await keyOf(passphrase, kdf), iv).setAAD(vouchedFor(open))
  const encrypted = Buffer.concat([cipher.update(privateKey.export({ type: 'pkcs8', format: 'der' })), cipher.final()])
  const file = { ...open, cipher: { name: 'aes-256-gcm' as const, iv: iv.toString('base64'), tag: cipher.getAuthTag().toString('base64') }, encrypted: encrypted.toString('base64'), sha256: '' }
  return { ...file, sha256: sumOf(file) }
}

/** The private half, or null where the passphrase is not the one. */
export async function decrypt(file: KeyFile, passphrase: string): Promise<KeyObject | null> {
  const decipher = createDecipheriv('aes-256-gcm', await keyOf(passphrase, file.kdf), Buffer.from(file.cipher.iv, 'base64')).setAAD(vouchedFor(file))
  decipher.setAuthTag(Buffer.from(file.cipher.tag, 'base64'))
  try {
    const key = readPrivateKey(Buffer.concat([decipher.update(Buffer.from(file.encrypted, 'base64')), decipher.final()]))
    return key !== null && fingerprintOf(createPublicKey(key)) === file.fingerprint ? key : null
  } catch {
    return null
  }
}

/** The key file in a text, or in words why it is none or damaged. */
export function readKeyFile(text: string): { file: KeyFile } | { fault: string } {
  const { data } = KeyFile.safeParse(parse(text))
  if (data === undefined) return { fault: 'it is not a key file of Vidimus, or a part of it is missing or changed' }
  if (sumOf(data) !== data.sha256) return { fault: 'its content does not fit its checksum' }
  const key = readPublicKey(data.publicKey)
  return key !== null && fingerprintOf(key) === data.fingerprint ? { file: data } : { fault: 'its fingerprint is not that of its public key' }
}

export const keyFileText = (file: KeyFile): string => `${JSON.stringify(file, null, 2)}\n`

/** What may be shown of it. */
export const laboratoryKeyOf = ({ laboratory, fingerprint, publicKey, created }: KeyFile): LaboratoryKey => ({ laboratory, fingerprint, publicKey, created })

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
