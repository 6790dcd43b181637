import { evidencePath } from './evidenceStore'
import { hashFile } from './hashFile'

export interface EvidenceFinding {
  ok: boolean
  /** The hash that the stored bytes have, or in words why there is none: "missing", "unreadable: ...". */
  found: string
}

/** Hashes the stored bytes of an exhibit again. Never rejects: what can't be read is a finding. */
export async function verifyEvidence(library: string, sha256: string): Promise<EvidenceFinding> {
  try {
    const found = await hashFile(evidencePath(library, sha256))
    return { ok: found === sha256, found }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return { ok: false, found: code === 'ENOENT' ? 'missing' : `unreadable: ${message}` }
  }
}
