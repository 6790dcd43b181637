import type { Analysis, Exhibit } from '../../../shared/domain/exhibit'
import { VidimusError, toErrorData } from '../../../shared/errors'
import type { Library } from '../../cases/library'
import type { Engine } from '../engine'
import type { InspectedPhoto } from '../engineWork/types'
import { cropKind, writeDerived } from './derivedPictures'
import { looking } from './evidenceGuard'

interface How {
  background: boolean
  signal: AbortSignal
}

/**
 * Looks for faces in an exhibit and keeps what was found with first pictures. What goes wrong with the photo, a crash of the
 * engine among it, is kept as the analysis' result.
 *
 * @throws VidimusError `job.cancelled` (cancelled; nothing is kept), and what is wrong with the library or its disk
 */
export async function analyseExhibit(library: Library, engine: Engine, exhibit: Exhibit, how: How): Promise<Exhibit> {
  const inspected = await inspect(library, engine, exhibit, how)
  const at = new Date().toISOString()
  if (inspected instanceof VidimusError) {
    const { code, message } = inspected
    return library.write.setAnalysis(exhibit.id, { photo: exhibit.photo, analysis: { state: 'failed', at, code, message }, faces: [] })
  }
  const analysis: Analysis = inspected.none === null ? { state: 'done', at } : { state: 'none', at, message: inspected.none }
  const analysed = library.write.setAnalysis(exhibit.id, { photo: inspected.facts, analysis, faces: inspected.faces })
  await keepPictures(library, exhibit.sha256, inspected)
  return analysed
}

/** An error that says something about the photo is given back, not thrown. */
async function inspect(library: Library, engine: Engine, exhibit: Exhibit, { background, signal }: How): Promise<InspectedPhoto | VidimusError> {
  const { sha256 } = exhibit
  try {
    return await looking(library, [exhibit], () => engine.call('inspectPhoto', { path: library.evidencePath(sha256), sha256 }, { background, signal }))
  } catch (error) {
    const { kind, code, message } = toErrorData(error)
    if (kind === 'cancelled') throw error
    return new VidimusError(kind, code, message)
  }
}

async function keepPictures(library: Library, sha256: string, { thumb, faces }: InspectedPhoto): Promise<void> {
  await writeDerived(library, sha256, 'thumb', thumb)
  for (const { points5, crop } of faces) await writeDerived(library, sha256, cropKind(points5), crop)
}
