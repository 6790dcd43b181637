import type { Exhibit } from '../../../shared/domain/exhibit'
import { VidimusError, inputError } from '../../../shared/errors'
import type { Library } from '../../cases/library'
import { checkEvidence } from './checkEvidence'

type Looked = Pick<Exhibit, 'id' | 'number' | 'name' | 'sha256'>

/** What the engine says of stored bytes that are not what they were. */
const FAILURES: readonly string[] = ['evidence.mismatch', 'evidence.missing']

/**
 * Runs what looks at exhibits. Where the engine finds that their bytes are not those that came in, that is put on record for
 * good and told as `evidence.failed`.
 *
 * @throws VidimusError `evidence.failed` (input), and what `work` throws
 */
export async function looking<T>(library: Library, exhibits: readonly Looked[], work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const failure = failureOf(error)
    const exhibit = failure && exhibits.find(({ sha256 }) => sha256 === failure.sha256)
    throw failure && exhibit ? recordFailure(library, exhibit, failure.found) : error
  }
}

function failureOf(error: unknown): { sha256: string; found: string } | null {
  if (!(error instanceof VidimusError) || !FAILURES.includes(error.code)) return null
  const { sha256, found = 'missing' } = error.detail as { sha256: string; found?: string }
  return { sha256, found }
}

/**
 * Hashes the stored bytes of exhibits again, before they are worked on.
 * @throws VidimusError `evidence.failed` (input) for the first that differs; it is on record then
 */
export async function requireIntact(library: Library, caseId: string, exhibits: readonly Looked[]): Promise<void> {
  for (const exhibit of exhibits) {
    const failure = await failureOfEvidence(library, exhibit)
    if (failure !== null) throw failure
  }
  library.write.recordEvidencePassed(caseId, exhibits.map(({ id }) => id), 0)
}

/** The same for one exhibit, with nothing put on record where it is as it came in; null then. */
export async function failureOfEvidence(library: Library, exhibit: Looked): Promise<VidimusError | null> {
  const finding = await checkEvidence(library, exhibit)
  return finding.ok ? null : recordFailure(library, exhibit, finding.found)
}

function recordFailure(library: Library, { id, number, name, sha256 }: Looked, found: string): VidimusError {
  if (library.mode === 'write') library.write.recordEvidenceCheck(id, { ok: false, found })
  const state = /^[0-9a-f]{64}$/.test(found) ? `now have the hash ${found}` : `are ${found}`
  return inputError(
    'evidence.failed',
    `Verification failed: the stored bytes of E-${number} "${name}" are on record with SHA-256 ${sha256} and ${state}. Nothing was done with them${library.mode === 'write' ? ', and the failure is on record' : ''}. ` +
      'Restore the file from a backup of the library, and find out what changed it.',
    { detail: { exhibit: id, sha256, found } }
  )
}
