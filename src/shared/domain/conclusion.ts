import { z } from 'zod'
import { Id, Time, line, text } from './common'

/** The examiner's own opinion. The program never fills any of it in. */
export const ConclusionDraft = z.object({
  /** One level of the laboratory's scale, in its words; null while none is chosen. */
  level: line(200).nullable(),
  /** The two propositions that were weighed. */
  same: text(1000),
  different: text(1000),
  rationale: text(20_000)
})
export type ConclusionDraft = z.infer<typeof ConclusionDraft>

/** Every saved version is kept. */
export const Conclusion = ConclusionDraft.extend({
  id: Id,
  comparison: Id,
  version: z.int().positive(),
  /** The scale in force when it was saved. */
  scale: z.array(z.string()),
  by: z.string(),
  at: Time
})
export type Conclusion = z.infer<typeof Conclusion>
