import type { CaseComparison } from '../../../shared/domain/caseComparison'
import type { EnhancementSteps } from '../../../shared/domain/enhancement'
import type { Exhibit } from '../../../shared/domain/exhibit'
import { markText, pointsOf, type MarkedFace } from '../../../shared/domain/markedFace'
import { suitabilityOf } from '../../../shared/domain/quality'
import type { Settings } from '../../../shared/domain/settings'
import { usageError } from '../../../shared/errors'
import type { Library } from '../../cases/library'
import type { CompareRequest, KnownFace, SideRequest } from '../engineWork/types'
import { modelChoice } from './modelChoice'

interface Side {
  face: MarkedFace
  exhibit: Exhibit
}

/** A comparison with all that the engine and the checks before it need. */
export interface Prepared {
  comparison: CaseComparison
  a: Side
  b: Side
  request: CompareRequest
}

/**
 * @throws VidimusError (usage) `comparison.unknown`, `comparison.removed`, `comparison.removed-exhibit`, and `face.unsuitable`
 *         with the faces and what is red
 */
export function prepareComparison(library: Library, settings: Settings, id: string, threshold: number | null): Prepared {
  const comparison = library.read.comparison(id)
  if (comparison.removed) throw usageError('comparison.removed', `C-${comparison.number} was taken out of the case (${comparison.removed.reason}). Put it back before running it.`)
  const [a, b] = [sideOf(library, comparison.faceA), sideOf(library, comparison.faceB)]
  refuseUnsuitable([a, b])
  const steps = library.read.enhancement(id)
  const { palette, opacity, threshold: fallback } = settings
  const request = { a: requestOf(library, a, steps.a), b: requestOf(library, b, steps.b), choice: modelChoice(settings), threshold, fallback, palette, opacity }
  return { comparison, a, b, request }
}

function sideOf(library: Library, id: string): Side {
  const face = library.read.face(id)
  const exhibit = library.read.exhibit(face.exhibit)
  if (exhibit.removed) throw usageError('comparison.removed-exhibit', `E-${exhibit.number} "${exhibit.name}" was taken out of the case (${exhibit.removed.reason}). Put it back before comparing its faces.`)
  return { face, exhibit }
}

function refuseUnsuitable(sides: readonly Side[]): void {
  const refused = sides.flatMap(({ face, exhibit }) => {
    const { suitable, reasons } = suitabilityOf(face.quality)
    return suitable || face.override !== null ? [] : [{ face: face.id, exhibit: exhibit.id, name: nameOf({ face, exhibit }), reasons }]
  })
  if (refused.length === 0) return
  const words = refused.map(({ name, reasons }) => `${name} is not suitable by its quality (${reasons.join('; ')}).`).join(' ')
  throw usageError('face.unsuitable', `${words} Choose another photo, or open the face and give a reason to use it all the same.`, { faces: refused })
}

const nameOf = ({ face, exhibit }: Side): string => (face.mark === null ? `Face ${face.index} of E-${exhibit.number} "${exhibit.name}"` : `${markText(face.mark)} (E-${exhibit.number} "${exhibit.name}")`)

const requestOf = (library: Library, side: Side, steps: EnhancementSteps): SideRequest => {
  const { sha256 } = side.exhibit
  return { photo: { path: library.evidencePath(sha256), sha256 }, points: pointsOf(side.face), steps, known: knownOf(side) }
}

function knownOf({ face: { index, box, score, automatic, corrected, quality, override }, exhibit }: Side): KnownFace {
  const found = exhibit.faces.filter(other => other.automatic !== null).length
  const isFound = automatic !== null && score !== null
  return {
    file: exhibit.name,
    faces: found,
    face: isFound ? { index, choice: found === 1 ? 'only' : index, detectorScore: score } : null,
    box: isFound ? box : null,
    pointsFrom: !isFound ? 'hand' : corrected === null ? 'automatic' : 'corrected',
    automaticPoints: isFound && corrected !== null ? automatic : null,
    quality,
    override: override?.reason ?? null
  }
}
