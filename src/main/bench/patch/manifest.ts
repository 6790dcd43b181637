import { z } from 'zod'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** A path inside the set's folder. */
const Inside = z.string().regex(/^(?!\/)(?!.*\.\.)[^\\\0]+$/)
const File = z.object({ file: Inside, sha256: Sha256 })

/** What a set is made from: equal plans give equal bytes. */
export const PatchPlan = z.object({
  format: z.literal('vidimus-patch-set-1'),
  variant: z.enum(['patch-lfw', 'patch-lfw-h']),
  seed: z.number().int(),
  /** null: all pairs. */
  pairsLimit: z.number().int().positive().nullable(),
  pairsSha256: Sha256,
  patches: z.object({ count: z.number().int(), side: z.number().int(), jitter: z.number(), gain: z.number(), feather: z.number() }),
  /** SHA-256 of the networks that found and aligned the faces. */
  faceModels: z.object({ detection: Sha256, landmarks: Sha256 })
})
export type PatchPlan = z.infer<typeof PatchPlan>

/** One pair: image a patched and unpatched, image b as it is. */
export const PatchedPair = z.object({
  /** Number of the pair in the pairs file, from 0. */
  index: z.number().int().nonnegative(),
  genuine: z.boolean(),
  fold: z.number().int(),
  /** Paths of the photos below the image folder: what the crops are of, and where the patches come from. */
  photos: z.object({ a: z.string(), b: z.string(), source: z.string() }),
  /** Of the photo files, so that a set stands for its photos, too. */
  photoSha256: z.object({ a: Sha256, b: Sha256, source: Sha256 }),
  original: File,
  patched: File,
  patchList: File,
  b: File
})
export type PatchedPair = z.infer<typeof PatchedPair>

/** set.json: written last, so that a folder with one is complete. */
export const PatchSet = z.object({
  plan: PatchPlan,
  pairs: z.array(PatchedPair),
  /** Pairs that the plan names and the set lacks, and why. */
  leftOut: z.array(z.object({ a: z.string(), b: z.string(), reason: z.string() }))
})
export type PatchSet = z.infer<typeof PatchSet>

/** Beside each original: which photo it was cropped from, and its own hash. */
export const OriginalRecord = z.object({ photo: z.string(), photoSha256: Sha256, sha256: Sha256 })
export type OriginalRecord = z.infer<typeof OriginalRecord>

export const PLAN_FILE = 'plan.json'
export const SET_FILE = 'set.json'
