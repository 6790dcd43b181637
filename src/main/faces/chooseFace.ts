import type { Face, FaceChoice } from '../../shared/domain/face'
import { usageError } from '../../shared/errors'

/**
 * One face of a photo, by its number or by a rule.
 *
 * @param faces as `findFaces` gives them: at least one, largest first
 * @param photo size of the photo in pixels, for 'central'
 * @throws VidimusError `face.choice` (usage) for a number that no face has.
 */
export function chooseFace(faces: readonly Face[], choice: FaceChoice, photo: { width: number; height: number }): Face {
  if (choice === 'largest') return faces[0]!
  if (choice === 'central') return faces.reduce((best, face) => (offCentre(face, photo) < offCentre(best, photo) ? face : best))
  const face = faces[choice]
  if (face) return face
  throw usageError('face.choice', `There is no face ${choice}: the photo has ${faces.length}, numbered from 0, largest first. Choose one of them, "largest" or "central".`)
}

const offCentre = ({ box }: Face, { width, height }: { width: number; height: number }): number =>
  Math.hypot(box.x + box.width / 2 - width / 2, box.y + box.height / 2 - height / 2)
