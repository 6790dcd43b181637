import { z } from 'zod'
import { Box, FaceQuality, FivePoints, Point } from './face'
import { Id, Time, text } from './common'

/** questioned, the first of its case. K-1: known. A mark belongs to a face, not to a file. */
export const Mark = z.object({ role: z.enum(['Q', 'K']), number: z.int().positive() })
export type Mark = z.infer<typeof Mark>
export const markText = (mark: Mark | null): string => (mark ? `${mark.role}-${mark.number}` : 'unmarked')

/** A face of an exhibit. Coordinates: pixels of the upright photo. */
export const MarkedFace = z.object({
  id: Id,
  exhibit: Id,
  /** Its number in the photo, largest first, from 0; faces set by hand come after those found. */
  index: z.int().nonnegative(),
  mark: Mark.nullable(),
  box: Box,
  /** The detector's own confidence; null for a face set by hand. */
  score: z.number().min(0).max(1).nullable(),
  points68: z.array(Point).nullable(),
  /** As found; null for a face set by hand. */
  automatic: FivePoints.nullable(),
  /** As the examiner set them; null while nobody did. */
  corrected: FivePoints.nullable(),
  /** Measured at the points in use. */
  quality: FaceQuality.nullable(),
  /** The examiner's reason to use a face that the quality lights call not suitable. */
  override: z.object({ reason: text(1000).min(1), by: z.string(), at: Time }).nullable(),
  revision: z.int().positive()
})
export type MarkedFace = z.infer<typeof MarkedFace>

/** The points that count: the examiner's where there are some. */
export function pointsOf({ automatic, corrected }: Pick<MarkedFace, 'automatic' | 'corrected'>): FivePoints {
  const points = corrected ?? automatic
  if (points === null) throw new Error('a face has neither found nor corrected points')
  return points
}
