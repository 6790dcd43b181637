import { z } from 'zod'

/** One thing the self-test looked at. */
const SelfTestCheck = z.object({
  name: z.string(),
  ok: z.boolean(),
  /** What was measured, in words. */
  detail: z.string(),
  milliseconds: z.number().nonnegative()
})
export type SelfTestCheck = z.infer<typeof SelfTestCheck>

export const SelfTestProgress = z.object({ step: z.string(), done: z.int().nonnegative(), total: z.int().positive() })
export type SelfTestProgress = z.infer<typeof SelfTestProgress>

/** Whether this machine computes what it should with the default models. */
export const SelfTestResult = z.object({
  ok: z.boolean(),
  model: z.string(),
  sha256: z.string(),
  provider: z.string(),
  milliseconds: z.number().nonnegative(),
  /** Compiled gradient against a central finite difference; null where a check before it failed. */
  relativeError: z.number().nonnegative().nullable(),
  checks: z.array(SelfTestCheck).min(1)
})
export type SelfTestResult = z.infer<typeof SelfTestResult>
