/** Ed25519 keys as text, strictly read: one spelling for each key, and no other kind. */
import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'

/** SPKI of an Ed25519 key is this prefix and the 32 bytes of the key (RFC 8410). */
const SPKI_PREFIX_BYTES = 12

export const pemOf = (key: KeyObject): string => key.export({ type: 'spki', format: 'pem' }).toString()

/** SHA-256 of the raw 32 bytes, lower-case hex. */
export const fingerprintOf = (key: KeyObject): string =>
  createHash('sha256').update(key.export({ type: 'spki', format: 'der' }).subarray(SPKI_PREFIX_BYTES)).digest('hex')

/** The public key in a PEM, or null for anything else: another kind of key, a private one, a certificate, another spelling of the same. */
export function readPublicKey(pem: string): KeyObject | null {
  if (!pem.startsWith('-----BEGIN PUBLIC KEY-----\n')) return null
  try {
    const key = createPublicKey(pem)
    return key.asymmetricKeyType === 'ed25519' && pemOf(key) === pem ? key : null
  } catch {
    return null
  }
}

/** The same from a file that a person was sent: line ends and white space around may be of any kind. */
export const readSentPublicKey = (text: string): KeyObject | null => readPublicKey(`${text.replace(/^\ufeff/, '').trim().replace(/[ \t]*\r?\n/g, '\n')}\n`)

/** The private key in PKCS#8 DER, or null. */
export function readPrivateKey(der: Buffer): KeyObject | null {
  try {
    const key = createPrivateKey({ key: der, type: 'pkcs8', format: 'der' })
    return key.asymmetricKeyType === 'ed25519' ? key : null
  } catch {
    return null
  }
}
