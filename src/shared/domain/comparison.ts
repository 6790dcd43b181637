import { z } from 'zod'
import { Calibration } from './model'
import { Box, FaceChoice, FaceQuality, FivePoints } from './face'
import { ArgumentsRecord, ColourScale, ExplanationMethod } from './explanation'
import { MarginByRegion } from './regions'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** Where the threshold of a comparison comes from. */
export const ThresholdOrigin = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('calibrated'),
    ...Calibration.omit({ threshold: true }).shape
  }),
  z.object({ kind: z.literal('user') })
])
export type ThresholdOrigin = z.infer<typeof ThresholdOrigin>

/** `automatic`: as found; `corrected`: found, then moved by the examiner; `hand`: set by the examiner where none was found. */
export const PointsFrom = z.enum(['automatic', 'corrected', 'hand', 'none'])
export type PointsFrom = z.infer<typeof PointsFrom>

/** One photo of a pair and the face taken from it. Coordinates: pixels of the upright photo. */
export const ComparedFace = z.object({
  /** Name of the file, without its folder. */
  file: z.string(),
  sha256,
  /** Bytes. */
  size: z.int().positive(),
  photo: z.object({
    format: z.string(),
    width: z.int().positive(),
    height: z.int().positive(),
    /** EXIF orientation found, 1..8; already applied. */
    orientation: z.int(),
    warnings: z.array(z.string())
  }),
  /** How the points came about; "none" where the file was given as an aligned crop: then all below is null. */
  pointsFrom: PointsFrom,
  /** Faces found in the photo. */
  faces: z.int().nonnegative().nullable(),
  /** Which of them, from 0, largest first, and by what choice ("only" where there was one and none was made). Null for a face set by hand. */
  face: z.object({ index: z.int().nonnegative(), choice: z.union([FaceChoice, z.literal('only')]), detectorScore: z.number() }).nullable(),
  /** The detector's; null for a face set by hand. */
  box: Box.nullable(),
  /** The points in use. */
  points: FivePoints.nullable(),
  /** As found, where the examiner corrected them. */
  automaticPoints: FivePoints.nullable(),
  interEyePixels: z.number().nonnegative().nullable(),
  /** Measured at the points in use. */
  quality: FaceQuality.nullable(),
  /** The examiner's reason to compare a face that its quality calls not suitable. */
  override: z.string().nullable(),
  /** Photo pixels -> crop pixels: x' = m0 x + m1 y + m2, y' = m3 x + m4 y + m5. */
  alignment: z.array(z.number()).length(6).nullable()
})
export type ComparedFace = z.infer<typeof ComparedFace>

/** Everything about one comparison that another expert needs to replay it: result.json. */
export const Comparison = z.object({
  schema: z.literal('vidimus.comparison/1'),
  /** ISO 8601, UTC. */
  created: z.iso.datetime(),
  /** Cosine of the two embeddings, -1..1. Neither a percentage nor a probability. */
  cosine: z.number().min(-1.001).max(1.001),
  threshold: z.number().min(-1).max(1),
  thresholdOrigin: ThresholdOrigin,
  /** cosine - threshold. */
  distance: z.number(),
  decision: z.enum(['match', 'non-match']),
  wording: z.object({ statement: z.string(), threshold: z.string(), limits: z.array(z.string()) }),
  arguments: ArgumentsRecord,
  a: ComparedFace,
  b: ComparedFace,
  model: z.object({ id: z.string(), name: z.string(), sha256, size: z.int().positive(), subnormalsFlushed: z.int().nonnegative(), cache: z.string() }),
  method: ExplanationMethod,
  /** Where the method divides the margin into places. */
  margin: MarginByRegion.optional(),
  colourScale: ColourScale,
  device: z.object({ requested: z.string(), used: z.string(), name: z.string(), reason: z.string() }),
  versions: z.object({ vidimus: z.string(), node: z.string(), onnxruntime: z.string(), sharp: z.string() }),
  /** Milliseconds a stage; stages overlap, so they do not add up to `total`. */
  timings: z.record(z.string(), z.number().nonnegative())
})
export type Comparison = z.infer<typeof Comparison>
