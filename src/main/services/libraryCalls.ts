import type { HandlersOf, Services } from './handlers'
import { verifyAllEvidence, verifyAudit } from './verifyLibrary'
import { verifyRecords } from './verifyRecords'

/** `library.*`. */
export const libraryHandlers = ({ libraries }: Services): HandlersOf<'library'> => ({
  'library.status': async () => libraries.status(),
  'library.open': request => libraries.open(request),
  'library.close': () => libraries.close(),
  'library.audit': async query => libraries.current().read.audit(query),
  'library.search': async ({ text, limit }) => ({ hits: libraries.current().read.search(text, limit) }),
  'library.verifyAudit': (_input, job) => verifyAudit(libraries.current(), job),
  'library.verifyEvidence': ({ case: caseId }, job) => verifyAllEvidence(libraries.current(), caseId, job),
  'library.verifyRecords': ({ case: caseId }, job) => verifyRecords(libraries.current(), caseId, job)
})
