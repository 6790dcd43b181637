import { z } from 'zod'
import { Time } from './common'

export const ReportLanguage = z.enum(['en', 'de'])
export type ReportLanguage = z.infer<typeof ReportLanguage>

/** One rule of DOMAIN.md's "Never claimed" list. */
export const ClaimRule = z.enum(['identification', 'percentage', 'transposed', 'measured-distance', 'map-as-proof', 'error-rate', 'compliance', 'colours-across-pairs'])
export type ClaimRule = z.infer<typeof ClaimRule>

/** A sentence of somebody's own words that claims what a comparison can't show. */
export const ClaimFinding = z.object({
  /** Stable: where + rule + sentence. An override names it. */
  key: z.string(),
  /** Where the words stand, for people: "Conclusion of C-1, rationale". */
  where: z.string(),
  rule: ClaimRule,
  sentence: z.string(),
  /** The words that set it off, as a range of UTF-16 units in the sentence. */
  from: z.int().nonnegative(),
  to: z.int().nonnegative(),
  /** Why it can't be said. */
  why: z.string(),
  /** A neutral wording to take instead. */
  neutral: z.string()
})
export type ClaimFinding = z.infer<typeof ClaimFinding>

/** A finding that the examiner lets stand, with the reason; logged and printed. */
export const ClaimOverride = z.object({ key: z.string(), reason: z.string().trim().min(1).max(1000) })
export type ClaimOverride = z.infer<typeof ClaimOverride>

export const OverriddenClaim = ClaimFinding.extend({ reason: z.string(), by: z.string(), at: Time })
export type OverriddenClaim = z.infer<typeof OverriddenClaim>
