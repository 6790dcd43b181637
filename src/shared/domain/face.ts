import { z } from 'zod'

/** A point in pixels of the upright photo (after EXIF orientation): x right, y down, pixel centres at whole numbers. */
export const Point = z.object({ x: z.number(), y: z.number() })
export type Point = z.infer<typeof Point>

/** A rectangle in pixels of the upright photo: left and top edge, width and height. */
export const Box = z.object({ x: z.number(), y: z.number(), width: z.number().positive(), height: z.number().positive() })
export type Box = z.infer<typeof Box>

/** Eyes, nose tip and mouth corners as seen in the picture: left eye is the one on the picture's left. */
export const FivePoints = z.object({
  leftEye: Point,
  rightEye: Point,
  nose: Point,
  mouthLeft: Point,
  mouthRight: Point
})
export type FivePoints = z.infer<typeof FivePoints>

/** What was measured on one face: plain values, no verdict. */
export const FaceQuality = z.object({
  /** Distance between the two eye centres, photo pixels. */
  interEyePx: z.number().nonnegative(),
  /** Head turned, degrees; positive: the face looks to the picture's right. A rough estimate from landmarks. */
  yaw: z.number(),
  /** Head nodded, degrees; positive: the face looks down. The roughest of the three. */
  pitch: z.number(),
  /** Head tilted in the picture plane, degrees; positive: clockwise. */
  roll: z.number(),
  /** Variance of the Laplacian of the aligned crop's luma (0..255 units squared); low is blurred. */
  sharpness: z.number().nonnegative(),
  /** Mean luma of the aligned crop, 0..255. */
  luminance: z.number().min(0).max(255),
  /** Share of the aligned crop's pixels that are all but black (luma <= 5) or all but white (>= 250), 0..1. */
  clipped: z.number().min(0).max(1),
  /**
   * Steps between pixels on JPEG's 8x8 block borders against steps inside blocks: about 1 without visible blocks, higher
   * with them. Null where it can't be measured: photos too large to be looked at in their own pixels, small or flat faces.
   */
  blockiness: z.number().nonnegative().nullable()
})
export type FaceQuality = z.infer<typeof FaceQuality>

/** One face found in a photo. */
export const Face = z.object({
  /** Position in the photo's list, largest face first, from 0. */
  index: z.int().nonnegative(),
  box: Box,
  /** The detector's own confidence, 0..1. Not a probability. */
  score: z.number().min(0).max(1),
  /** The 68 landmarks in the order of the iBUG 300-W annotation. */
  points68: z.array(Point).length(68),
  points5: FivePoints,
  quality: FaceQuality
})
export type Face = z.infer<typeof Face>

/** A face by its number in the list, or by a rule. */
export const FaceChoice = z.union([z.literal('largest'), z.literal('central'), z.int().nonnegative()])
export type FaceChoice = z.infer<typeof FaceChoice>
