import type { Library } from '../../cases/library'
import { verifyEvidence, type EvidenceFinding } from '../../evidence/verifyEvidence'

/**
 * Hashes the stored bytes of an exhibit again. Its row must also name the hash that the log has of its import: who puts
 * other bytes in place and writes their hash into the row is found out, since the log is a chain. Never rejects for what
 * the bytes are.
 */
export async function checkEvidence({ folder, read }: Library, { id, sha256 }: { id: string; sha256: string }): Promise<EvidenceFinding> {
  const imported = read.importedHash(id)
  if (imported === sha256) return verifyEvidence(folder, sha256)
  return { ok: false, found: imported === null ? 'not in the log as imported' : `not those that the log has as imported, with the hash ${imported}` }
}
