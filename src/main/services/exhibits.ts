import { refuseFixedExhibit } from '../cases/writer/guards'
import { analyseExhibit } from './exhibits/analyse'
import { checkEvidence } from './exhibits/checkEvidence'
import { derivedPicture } from './exhibits/derivedPictures'
import { looking, requireIntact } from './exhibits/evidenceGuard'
import { importFiles } from './exhibits/importFiles'
import type { HandlersOf, Services } from './handlers'

/** `exhibit.*`. */
export const exhibitHandlers = (services: Services): HandlersOf<'exhibit'> => {
  const { libraries, engine } = services
  return {
    'exhibit.import': (request, job) => importFiles(services, request, job),
    'exhibit.list': async query => libraries.current().read.exhibits(query),
    'exhibit.get': async ({ id }) => libraries.current().read.exhibit(id),
    'exhibit.update': async ({ id, revision, patch }) => libraries.writable().write.updateExhibit(id, revision, patch),
    'exhibit.remove': async ({ id, reason }) => libraries.writable().write.removeExhibit(id, reason),
    'exhibit.restore': async ({ id }) => libraries.writable().write.restoreExhibit(id),
    'exhibit.verify': async ({ id }) => {
      const library = libraries.current()
      const { sha256, evidence } = library.read.exhibit(id)
      const finding = await checkEvidence(library, { id, sha256 })
      if (library.mode === 'write') return library.write.recordEvidenceCheck(id, finding)
      return finding.ok ? evidence : { state: 'failed', checkedAt: new Date().toISOString(), found: finding.found }
    },
    'exhibit.analyse': async ({ id }, { report, signal }) => {
      const library = libraries.writable()
      const exhibit = library.read.exhibit(id)
      refuseFixedExhibit(library.read, exhibit)
      report({ step: exhibit.name, done: 0, total: 1 })
      await requireIntact(library, exhibit.case, [exhibit])
      return analyseExhibit(library, engine, exhibit, { background: false, signal })
    },
    'exhibit.image': async ({ id, size }) => {
      const library = libraries.current()
      const exhibit = library.read.exhibit(id)
      const { sha256 } = exhibit
      const render = () => engine.call('renderPhoto', { photo: { path: library.evidencePath(sha256), sha256 }, size })
      return derivedPicture(library, sha256, size, () => looking(library, [exhibit], render))
    }
  }
}
