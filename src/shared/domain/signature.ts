import { z } from 'zod'
import { Sha256, Time, line } from './common'

/** SHA-256 of the raw 32 bytes of an Ed25519 public key, as lower-case hex: how a key is named on paper. */
export const KeyFingerprint = Sha256

/** A laboratory's signing key as the program shows it; the private half never leaves main. */
export const LaboratoryKey = z.object({
  laboratory: line(200),
  fingerprint: KeyFingerprint,
  /** SPKI, PEM. To be handed to whoever checks signatures. */
  publicKey: z.string(),
  created: Time
})
export type LaboratoryKey = z.infer<typeof LaboratoryKey>

/** Who signed what. The signature is Ed25519 over the canonical JSON (RFC 8785) of everything here but `signature`. */
export const Signature = z.object({
  schema: z.literal('vidimus.signature/1'),
  laboratory: z.string(),
  /** The person on whose behalf it was signed. */
  signer: z.string(),
  at: Time,
  fingerprint: KeyFingerprint,
  /** SPKI, PEM. It proves nothing by itself: a reader compares the fingerprint with one that the laboratory gave out. */
  publicKey: z.string(),
  /** Every signed file by its name, with its SHA-256. */
  files: z.array(z.object({ name: z.string(), sha256: Sha256 })).min(1),
  /** Base64 of the 64 bytes. */
  signature: z.string()
})
export type Signature = z.infer<typeof Signature>

/** What checking a signature gave. */
export const SignatureVerdict = z.object({
  /** `none`: unsigned. `unknown-key`: sound, but by another key than the reader trusts. `broken`: does not fit its files. */
  state: z.enum(['none', 'valid', 'unknown-key', 'broken']),
  message: z.string(),
  fingerprint: KeyFingerprint.nullable(),
  laboratory: z.string().nullable(),
  signer: z.string().nullable(),
  at: Time.nullable()
})
export type SignatureVerdict = z.infer<typeof SignatureVerdict>
