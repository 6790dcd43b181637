import { randomUUID } from 'node:crypto'
import type { BegunUse, Case, CaseUse } from '../../shared/domain/case'
import { VidimusError } from '../../shared/errors'
import type { HandlersOf, Services } from './handlers'
import type { Libraries } from './library'
import { verifyAllEvidence, type VerifyJob } from './verifyLibrary'

/** `case.*`, but for the sample case, which needs the engine. */
export const caseHandlers = ({ libraries }: Services): Omit<HandlersOf<'case'>, 'case.createSample'> => ({
  'case.list': async query => libraries.current().read.cases(query),
  'case.tags': async () => ({ tags: libraries.current().read.tags() }),
  'case.get': async ({ id }) => libraries.current().read.case(id),
  'case.create': async draft => libraries.writable().write.createCase(draft),
  'case.update': async ({ id, revision, patch }) => libraries.writable().write.updateCase(id, revision, patch),
  'case.setBlindFirst': async ({ id, revision, blindFirst, reason }) => libraries.writable().write.setBlindFirst(id, revision, blindFirst, reason),
  'case.begin': ({ id, purpose }, job) => begin(libraries, id, purpose, job),
  'case.end': async ({ use }) => {
    const { mode, write } = libraries.current()
    if (mode === 'write') write.endUse(use)
    return {}
  }
})

/** In a library that is open for reading only nothing can be put on record, and nothing can be compared either. */
async function begin(libraries: Libraries, id: string, purpose: string | null, job: VerifyJob): Promise<BegunUse> {
  const library = libraries.current()
  const use = library.mode === 'write' ? library.write.beginUse(id, purpose) : unrecorded(library.read.case(id), purpose)
  const { checked, failed, cancelled } = await verifyAllEvidence(library, id, job)
  if (cancelled) {
    if (library.mode === 'write') library.write.endUse(use.id)
    throw new VidimusError('cancelled', 'job.cancelled', 'Opening the case was cancelled.')
  }
  return { ...use, evidence: { checked, failed } }
}

const unrecorded = ({ id, purpose: usual }: Case, purpose: string | null): CaseUse => ({ id: randomUUID(), case: id, purpose: purpose ?? usual, begun: new Date().toISOString(), ended: null })
