/**
 * Signatures of a laboratory: who signed which files, with an Ed25519 signature over the canonical JSON of all that.
 * The file `signature.json` holds that JSON and nothing else, so that not even a space in it can be changed unseen.
 */
import { createPublicKey, sign as signBytes, verify as verifyBytes, type KeyObject } from 'node:crypto'
import { Signature, type SignatureVerdict } from '../../shared/domain/signature'
import { inputError } from '../../shared/errors'
import { canonicalJson } from './canonicalJson'
import { fingerprintOf, pemOf, readPublicKey, readSentPublicKey } from './signingKey'

/** Beside a report's files, and in a package. */
export const SIGNATURE_FILE = 'signature.json'

/** A file as it is signed: a bare name and the SHA-256 of its bytes, lower-case hex. */
export type SignedFile = Signature['files'][number]

export interface SigningRequest {
  laboratory: string
  signer: string
  /** ISO 8601, UTC. */
  at: string
  /** The private half. */
  key: KeyObject
  files: readonly SignedFile[]
}

/** @throws TypeError for files that no signature may name: none, one name twice, a name with a slash, a hash that is none */
export function sign({ laboratory, signer, at, key, files }: SigningRequest): Signature {
  const publicKey = createPublicKey(key)
  const body = { schema: 'vidimus.signature/1' as const, laboratory, signer, at, fingerprint: fingerprintOf(publicKey), publicKey: pemOf(publicKey), files: [...files] }
  const signature = { ...body, signature: signBytes(null, signedBytes(body), key).toString('base64') }
  const fault = faultIn(signature)
  if (fault !== null) throw new TypeError(`not to be signed: ${fault}`)
  return signature
}

/** What `signature.json` holds: canonical JSON and a line end. */
export const signatureText = (signature: Signature): string => `${canonicalJson(signature)}\n`

/** The signature in a file's text, or in words why it can't be one. */
export function readSignature(text: string): { signature: Signature } | { fault: string } {
  const value = parse(text)
  if (value === undefined) return { fault: 'it is not JSON' }
  const fault = faultIn(value)
  if (fault !== null) return { fault }
  return signatureText(value as Signature) === text ? { signature: value as Signature } : { fault: 'it is not spelt as Vidimus writes it: spaces, line ends or fields were added or moved' }
}

/** SHA-256 of the bytes that now lie under a signed name; null where there are none. */
export type HashOf = (name: string) => string | null | Promise<string | null>

/**
 * Checks a signature against the files it names. It never rejects for what a signature says: all that is wrong is in the
 * message. `trusted`: fingerprints of the keys that the reader knows from the laboratory itself; none known gives
 * `unknown-key` at best. `wanted`: names that must be among the signed ones, since a good signature of other files says
 * nothing of these.
 */
export async function verify(text: string, hashOf: HashOf, trusted: readonly string[] = [], wanted: readonly string[] = []): Promise<SignatureVerdict> {
  const read = readSignature(text)
  if ('fault' in read) return { ...nobody, state: 'broken', message: `The signature file is damaged: ${read.fault}. Ask for it again.` }
  const { signature } = read
  const { fingerprint, laboratory, signer, at } = signature
  const claims = { fingerprint, laboratory, signer, at }
  const faults = isSound(signature) ? [...notSigned(signature.files, wanted), ...(await faultsOf(signature.files, hashOf))] : [UNSOUND]
  if (faults.length > 0) return { ...claims, state: 'broken', message: faults.join(' ') }
  return { ...claims, ...trust(signature, trusted) }
}

/** What is said of files without a signature. */
export const unsigned = (what: string): SignatureVerdict => ({ ...nobody, state: 'none', message: `${what} is not signed.` })

/**
 * The fingerprint of a public key that a reader was given as a file.
 * @throws VidimusError `key.unreadable` (input)
 */
export function fingerprintOfSent(text: string, where: string): string {
  const key = readSentPublicKey(text)
  if (key === null)
    throw inputError('key.unreadable', `"${where}" is not a laboratory\u2019s public key: it must be an Ed25519 key between "-----BEGIN PUBLIC KEY-----" and "-----END PUBLIC KEY-----". Ask the laboratory for the file that "Public key" in its settings gives.`)
  return fingerprintOf(key)
}

const nobody = { fingerprint: null, laboratory: null, signer: null, at: null }

const UNSOUND = 'The signature does not fit what it says: the signer, the time, the laboratory, the key or the list of files was changed after signing. Trust none of it, and ask for the files again.'

const Strict = Signature.strict()

/** Why a value is no signature of ours, in words; null where it is one. */
function faultIn(value: unknown): string | null {
  const { data, error } = Strict.safeParse(value)
  if (error) return `its field "${error.issues[0]?.path.join('.') ?? ''}" is not what it must be (${error.issues[0]?.message ?? ''})`
  const names = data.files.map(({ name }) => name)
  const bad = names.find(name => !isBareName(name))
  if (bad !== undefined) return `it names a file "${bad}", which is no plain file name`
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice !== undefined) return `it names the file "${twice}" twice`
  if (Buffer.from(data.signature, 'base64').toString('base64') !== data.signature || Buffer.from(data.signature, 'base64').length !== 64) return 'its signature is not the base64 of 64 bytes'
  const key = readPublicKey(data.publicKey)
  if (key === null) return 'its public key is not an Ed25519 key in PEM'
  return fingerprintOf(key) === data.fingerprint ? null : 'its fingerprint is not that of its public key'
}

/** A name that stays in its folder on every system. */
const isBareName = (name: string): boolean => name.length > 0 && name.length <= 255 && !/[/\\:\u0000-\u001f\u007f]/.test(name) && name !== '.' && name !== '..' && name !== SIGNATURE_FILE

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const signedBytes = (body: Omit<Signature, 'signature'>): Buffer => Buffer.from(canonicalJson(body))

/** Node (OpenSSL) refuses signatures whose second half is not below the group's order. */
function isSound({ signature, ...body }: Signature): boolean {
  const key = readPublicKey(body.publicKey)
  return key !== null && verifyBytes(null, signedBytes(body), key, Buffer.from(signature, 'base64'))
}

const notSigned = (files: readonly SignedFile[], wanted: readonly string[]): string[] =>
  wanted.filter(name => !files.some(file => file.name === name)).map(name => `${name} is not among the files that were signed: the signature beside it says nothing of it.`)

async function faultsOf(files: readonly SignedFile[], hashOf: HashOf): Promise<string[]> {
  const faults = []
  for (const { name, sha256 } of files) {
    const found = await hashOf(name)
    if (found === null) faults.push(`${name} is missing: it was signed with SHA-256 ${sha256}.`)
    else if (found !== sha256) faults.push(`${name} has changed since it was signed: its SHA-256 is ${found}, and ${sha256} was signed.`)
  }
  return faults
}

function trust({ fingerprint, laboratory, signer, at }: Signature, trusted: readonly string[]): Pick<SignatureVerdict, 'state' | 'message'> {
  if (trusted.includes(fingerprint)) return { state: 'valid', message: `Signed for ${signer} by ${laboratory} at ${at} with key ${fingerprint}, and unchanged since.` }
  const sound = `The signature is sound, but made with key ${fingerprint}`
  if (trusted.length === 0) return { state: 'unknown-key', message: `${sound}, which proves nothing by itself: ask the laboratory named in it ("${laboratory}") for its fingerprint and compare.` }
  return { state: 'unknown-key', message: `${sound}, which is not ${trusted.length === 1 ? `the key to be trusted (${trusted[0]!})` : 'one of the keys to be trusted'}: ask the laboratory named in it ("${laboratory}") whether it is one of its own.` }
}
