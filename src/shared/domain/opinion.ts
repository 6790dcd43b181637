import { z } from 'zod'
import { ChecklistItem, COMPONENTS } from './checklist'
import { Id, Time } from './common'
import { ConclusionDraft } from './conclusion'

/**
 * One examiner's independent opinion on a comparison, formed while score, decision, maps and every other opinion are
 * hidden from that examiner. Locked, it can't be changed; what is concluded afterwards is a conclusion of its own.
 */
export const Opinion = z.object({
  id: Id,
  comparison: Id,
  /** `first`: the provisional one of a blind-first case. `second`: an independent one by another named examiner. */
  role: z.enum(['first', 'second']),
  by: z.string(),
  begun: Time,
  /** Null while it is being formed. */
  locked: Time.nullable(),
  /** Given up, with the reason; it stays on record. */
  withdrawn: z.object({ at: Time, reason: z.string() }).nullable(),
  checklist: z.array(ChecklistItem).length(COMPONENTS.length),
  conclusion: ConclusionDraft,
  /** The scale in force when it was locked; empty before. */
  scale: z.array(z.string())
})
export type Opinion = z.infer<typeof Opinion>

/** What the present examiner may see of a comparison, and why not more. */
export const Sight = z.object({
  /** True: score, decision, maps, runs and other examiners' findings are withheld from this examiner now. */
  blind: z.boolean(),
  /** Why, in words; null where nothing is withheld. */
  reason: z.string().nullable(),
  /** The opinion that this examiner is forming, where there is one. */
  forming: Opinion.nullable(),
  /** Locked and withdrawn ones; empty while blind. */
  opinions: z.array(Opinion),
  /** Whether this examiner may begin an independent second opinion now, and why not. */
  maySecond: z.object({ allowed: z.boolean(), reason: z.string().nullable() })
})
export type Sight = z.infer<typeof Sight>
