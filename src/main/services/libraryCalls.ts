import type { HandlersOf, Services } from './handlers'
import { formingOf, seenRows } from './sight'
import { verifyAllEvidence, verifyAudit } from './verifyLibrary'
import { verifyRecords } from './verifyRecords'

/** `library.*`. */
export const libraryHandlers = ({ libraries }: Services): HandlersOf<'library'> => ({
  'library.status': async () => libraries.status(),
  'library.open': request => libraries.open(request),
  'library.close': () => libraries.close(),
  'library.audit': async query => {
    const library = libraries.current()
    const { total, rows } = library.read.audit(query)
    return { total, rows: seenRows(library, rows) }
  },
  'library.search': async ({ text, limit }) => {
    const library = libraries.current()
    const hidden = new Set(formingOf(library))
    return { hits: library.read.search(text, limit).filter(({ kind, id }) => kind !== 'note' || !hidden.has(id)) }
  },
  'library.verifyAudit': (_input, job) => verifyAudit(libraries.current(), job),
  'library.verifyEvidence': ({ case: caseId }, job) => verifyAllEvidence(libraries.current(), caseId, job),
  'library.verifyRecords': async ({ case: caseId }, job) => {
    const library = libraries.current()
    const { differences, ...verdict } = await verifyRecords(library, caseId, job)
    const hidden = new Set(formingOf(library))
    return { ...verdict, differences: differences.map(({ comparison, ...difference }) => (comparison !== null && hidden.has(comparison) ? { ...difference, message: 'What differs is withheld: you are forming an independent opinion on this comparison.' } : difference)) }
  }
})
