import type { Picture } from '../../shared/domain/common'
import type { Exhibit } from '../../shared/domain/exhibit'
import type { FaceQuality, FivePoints } from '../../shared/domain/face'
import { pointsOf, type MarkedFace } from '../../shared/domain/markedFace'
import { faceBox } from '../../shared/geometry/alignment'
import type { Library } from '../cases/library'
import { refuseClosed, refuseFixedFace } from '../cases/writer/guards'
import { modelChoice } from './comparisons/modelChoice'
import type { MeasureRequest, StoredPhoto } from './engineWork/types'
import { cropKind, derivedPicture } from './exhibits/derivedPictures'
import { looking } from './exhibits/evidenceGuard'
import type { HandlersOf, Services } from './handlers'

const photoOf = (library: Library, { sha256 }: Exhibit): StoredPhoto => ({ path: library.evidencePath(sha256), sha256 })

/** `face.*`. */
export const faceHandlers = ({ libraries, engine, settings }: Services): HandlersOf<'face'> => {
  const measure = async (library: Library, exhibit: Exhibit, points: FivePoints, found: MeasureRequest['found'] = null): Promise<FaceQuality> =>
    (await looking(library, [exhibit], () => engine.call('measureFace', { photo: photoOf(library, exhibit), points, found }))).quality

  const crop = (library: Library, exhibit: Exhibit, points: FivePoints): Promise<Picture> =>
    looking(library, [exhibit], () => engine.call('cropFace', { photo: photoOf(library, exhibit), points, choice: modelChoice(settings.get()) }))

  return {
    'face.mark': async ({ id, role }) => libraries.writable().write.markFace(id, role),
    'face.correct': async ({ id, revision, points }) => {
      const library = libraries.writable()
      const face = library.read.face(id)
      refuseFixedFace(library.read, id)
      const exhibit = library.read.exhibit(face.exhibit)
      const used = points ?? face.automatic
      const quality = used && (await measure(library, exhibit, used, points === null ? found(face) : null))
      return library.write.correctFace(id, revision, points, quality)
    },
    'face.add': async ({ exhibit: id, points }) => {
      const library = libraries.writable()
      const exhibit = library.read.exhibit(id)
      refuseClosed(library.read, exhibit.case)
      const quality = await measure(library, exhibit, points)
      return library.write.addManualFace({ exhibit: id, box: faceBox(points), points, quality })
    },
    'face.remove': async ({ id }) => {
      libraries.writable().write.removeFace(id)
      return {}
    },
    'face.override': async ({ id, reason }) => libraries.writable().write.overrideFace(id, reason),
    'face.crop': async ({ id, points }) => {
      const library = libraries.current()
      const face = library.read.face(id)
      const exhibit = library.read.exhibit(face.exhibit)
      // A crop at points being tried, or for a model whose size may change, is not worth keeping.
      if (points !== null || settings.get().model !== null) return crop(library, exhibit, points ?? pointsOf(face))
      return derivedPicture(library, exhibit.sha256, cropKind(pointsOf(face)), () => crop(library, exhibit, pointsOf(face)))
    },
    'face.plate': async ({ id, extent, side, steps }) => {
      const library = libraries.current()
      const face = library.read.face(id)
      const exhibit = library.read.exhibit(face.exhibit)
      const request = { photo: photoOf(library, exhibit), points: pointsOf(face), choice: modelChoice(settings.get()), extent, side, steps }
      return looking(library, [exhibit], () => engine.call('plateFace', request))
    }
  }
}

const found = ({ points68, box }: MarkedFace): MeasureRequest['found'] => points68 && { points68, box }
