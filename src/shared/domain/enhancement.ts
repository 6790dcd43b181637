import { z } from 'zod'

/** One step on a copy of the photo. Applied in order to the whole upright sRGB picture; none moves a pixel. */
export const EnhancementStep = z.discriminatedUnion('kind', [
  /** value + amount, amount in 8-bit levels. */
  z.object({ kind: z.literal('brightness'), amount: z.number().min(-128).max(128) }),
  /** (value - 128) * factor + 128. */
  z.object({ kind: z.literal('contrast'), factor: z.number().min(0.2).max(5) }),
  /** 255 (value / 255) ^ (1 / gamma): above 1 lightens shadows. */
  z.object({ kind: z.literal('gamma'), gamma: z.number().min(0.2).max(5) }),
  /** Contrast-limited adaptive histogram equalisation of luma: each pixel by the tile x tile pixels around it. */
  z.object({ kind: z.literal('clahe'), tile: z.int().min(8).max(256), slope: z.int().min(1).max(20) }),
  /** Unsharp mask of lightness (libvips' default slopes), sigma in pixels. */
  z.object({ kind: z.literal('sharpen'), sigma: z.number().min(0.3).max(10) }),
  /** Median over side x side pixels. */
  z.object({ kind: z.literal('median'), side: z.union([z.literal(3), z.literal(5), z.literal(7)]) }),
  z.object({ kind: z.literal('grey') })
])
export type EnhancementStep = z.infer<typeof EnhancementStep>
export const EnhancementSteps = z.array(EnhancementStep).max(20)
export type EnhancementSteps = z.infer<typeof EnhancementSteps>

/** The steps for both sides of a comparison. */
export const Enhancement = z.object({ a: EnhancementSteps, b: EnhancementSteps })
export type Enhancement = z.infer<typeof Enhancement>
