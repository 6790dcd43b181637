import { z } from 'zod'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** How a decoded picture becomes the model's input: resized to width x height, then (value - subtract) / divide. */
const ModelInput = z.object({
  width: z.int().positive(),
  height: z.int().positive(),
  colour: z.enum(['rgb', 'grey']),
  subtract: z.number(),
  divide: z.number().positive()
})

/** A rate at the threshold, 0..1, with its 95 % interval (Wilson). */
const Rate = z.object({ rate: z.number().min(0).max(1), low: z.number().min(0).max(1), high: z.number().min(0).max(1) })

/** Where a decision threshold comes from. An error rate is never finer than the set behind it supports. */
export const Calibration = z.object({
  threshold: z.number().min(-1).max(1),
  set: z.string().min(1),
  genuinePairs: z.int().positive(),
  impostorPairs: z.int().positive(),
  falseMatches: Rate,
  falseNonMatches: Rate,
  /** Scores in which a decision says little: beyond them at most `rate` of the set's pairs err. */
  inconclusive: z.object({ from: z.number(), to: z.number(), rate: z.number().min(0).max(1) })
})
export type Calibration = z.infer<typeof Calibration>

/** One model that ships with Vidimus: what it is, how it is fed, and what its makers do not say. */
export const ModelEntry = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  role: z.enum(['recognition', 'detection', 'landmarks']),
  file: z.string().regex(/^[\w.-]+\.onnx$/),
  archivePath: z.string().min(1),
  sha256,
  license: z.string().min(1),
  input: ModelInput,
  calibration: Calibration.optional(),
  undocumented: z.array(z.string().min(1))
})
export type ModelEntry = z.infer<typeof ModelEntry>
export type ModelRole = ModelEntry['role']

/** resources/models/models.json: the one place where the default models are pinned. */
export const ModelManifest = z.object({
  source: z.object({
    package: z.string().min(1),
    version: z.string().regex(/^\d+\.\d+\.\d+$/),
    integrity: z.string().regex(/^sha512-[A-Za-z0-9+/]{86}==$/),
    license: z.string().min(1)
  }),
  models: z.array(ModelEntry).min(1)
})
export type ModelManifest = z.infer<typeof ModelManifest>
