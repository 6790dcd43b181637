import type { Face, FaceQuality, FivePoints, Point } from '../../shared/domain/face'
import { faceBox } from '../../shared/geometry/alignment'
import { alignIn } from './align'
import type { Photo } from './photo'
import { estimatePose, estimatePoseOfFive } from './pose'
import { measureQuality } from './quality'

/**
 * The quality of a face at five points, as `findFaces` measures it.
 *
 * @param found the landmarks and box that belong to the points; null for points that a person set: then the pose comes from
 *        the five alone
 * @throws VidimusError `face.points` (input) where the points lie on one spot
 */
export function measureAt(photo: Photo, five: FivePoints, found: Pick<Face, 'points68' | 'box'> | null): FaceQuality {
  const { working, scale } = photo
  const crop = alignIn(working, scaled(five, scale))
  const pose = found === null ? estimatePoseOfFive(five) : estimatePose(found.points68)
  return measureQuality(pose, five, crop, scale === 1 ? { photo: working, box: found?.box ?? faceBox(five) } : null)
}

/** The photo's coordinates to the working copy's: pixel areas match, pixel centres lie at whole numbers. */
function scaled({ leftEye, rightEye, nose, mouthLeft, mouthRight }: FivePoints, scale: number): FivePoints {
  const at = ({ x, y }: Point): Point => ({ x: (x + 0.5) * scale - 0.5, y: (y + 0.5) * scale - 0.5 })
  return { leftEye: at(leftEye), rightEye: at(rightEye), nose: at(nose), mouthLeft: at(mouthLeft), mouthRight: at(mouthRight) }
}
