import type { Case } from '../../shared/domain/case'
import type { FileSource, ImportReport } from '../../shared/domain/exhibit'
import type { MarkedFace } from '../../shared/domain/markedFace'
import { suitabilityOf } from '../../shared/domain/quality'
import { VidimusError, inputError, usageError } from '../../shared/errors'
import type { Library } from '../cases/library'
import { developmentPhotos } from './developmentPhotos'
import { importFiles, importInto, refusePaths, type Job } from './exhibits/importFiles'
import type { Handlers, Services } from './handlers'
import { examinerOf } from './settings'

/** `case.createSample`: a case to try everything on, with photos, two marked faces and a comparison of them. */
export const sampleHandlers = (services: Services): Pick<Handlers, 'case.createSample'> => ({
  'case.createSample': async ({ photos }, job) => {
    const library = services.libraries.writable()
    const files = photos === 'development' ? requireDevelopmentPhotos() : photos
    if (photos !== 'development') refusePaths(services.host, photos)
    const { id } = createCase(library, examinerOf(services.settings.get()))
    const request = { case: id, files, provenance: { source: 'Sample photos', receivedFrom: '', receivedAt: null } }
    try {
      refuseNothing(await (photos === 'development' ? importInto(library, services, request, job) : importFiles(services, request, job)))
    } catch (error) {
      throw putAside(library, id, error)
    }
    compareFirstFaces(library, id, job)
    return library.read.case(id)
  }
})

function requireDevelopmentPhotos(): FileSource[] {
  const paths = developmentPhotos()
  if (paths.length > 0) return paths.map(path => ({ kind: 'path', path }))
  throw usageError('sample.no-photos', 'The test photos are part of a development checkout alone, and this is none. Choose photos of your own.')
}

/** @throws VidimusError `sample.no-photo-used` (input) where every photo was refused, `job.cancelled` where none was reached */
function refuseNothing({ imported, refused: [first], cancelled }: ImportReport): void {
  if (imported.length > 0) return
  if (cancelled > 0 || first === undefined) throw new VidimusError('cancelled', 'job.cancelled', 'The sample case was cancelled.')
  throw inputError('sample.no-photo-used', `None of the photos can be used. The first, \u201c${first.name}\u201d: ${first.message}`)
}

/** What the log holds can't be taken out of the library: an empty sample case is archived, and the error says so. */
function putAside(library: Library, id: string, error: unknown): unknown {
  const { number, revision } = library.read.case(id)
  if (!(error instanceof VidimusError) || library.read.exhibits({ case: id, removed: true, offset: 0, limit: 1 }).total > 0) return error
  library.write.updateCase(id, revision, { status: 'archived' })
  return new VidimusError(error.kind, error.code, `${error.message} The case ${number} that was begun for it is empty, and was archived.`, { cause: error, detail: error.detail })
}

const SAMPLE = { title: 'Sample case', purpose: 'Training and demonstration', notes: 'Made by the program to try it out. Nothing in it is evidence.', tags: ['sample'], blindFirst: false }
const MOST = 10_000

/** SAMPLE-1, or the first number that is free. */
function createCase(library: Library, examiner: string): Case {
  for (let n = 1; n <= MOST; n++)
    try {
      return library.write.createCase({ ...SAMPLE, number: `SAMPLE-${n}`, examiner })
    } catch (error) {
      if (!(error instanceof VidimusError) || error.code !== 'case.number-taken') throw error
    }
  throw usageError('sample.too-many', `There are ${MOST} sample cases already. Use one of them.`)
}

/** Nothing where the photos show fewer than two faces: the case is still one to try things on. */
function compareFirstFaces(library: Library, id: string, { signal }: Job): void {
  const [questioned, known] = firstFaces(library, id)
  if (!questioned || !known || signal.aborted) return
  library.write.markFace(questioned.id, 'Q')
  library.write.markFace(known.id, 'K')
  library.write.createComparison(id, questioned.id, known.id)
}

/** Suitable faces before others, of two photos before two of one. */
function firstFaces(library: Library, id: string): MarkedFace[] {
  const photos = library.read.exhibits({ case: id, removed: false, offset: 0, limit: 20 }).rows.map(({ faces }) => [...faces].sort((a, b) => unsuitable(a) - unsuitable(b)))
  const firsts = photos.flatMap(faces => faces.slice(0, 1)).sort((a, b) => unsuitable(a) - unsuitable(b))
  return firsts.length > 1 ? firsts : photos.flat()
}

const unsuitable = ({ quality }: MarkedFace): number => (suitabilityOf(quality).suitable ? 0 : 1)
