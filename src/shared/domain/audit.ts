import { z } from 'zod'
import { Id, Sha256, Time } from './common'

/** One row of the append-only log. `hash` is over the row before and this row's own fields (main/evidence/chain.ts). */
export const AuditRow = z.object({
  sequence: z.int().positive(),
  at: Time,
  /** The examiner as named in the settings. */
  who: z.string(),
  /** Account, machine and process: login@host. */
  where: z.string(),
  /** `noun.verb`, past the fact: case.created, exhibit.imported, evidence.failed ... */
  action: z.string(),
  case: Id.nullable(),
  object: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
  previous: Sha256,
  hash: Sha256
})
export type AuditRow = z.infer<typeof AuditRow>

/** What recomputing the chain gave. */
export const AuditVerdict = z.object({
  ok: z.boolean(),
  rows: z.int().nonnegative(),
  head: Sha256.nullable(),
  /** The first row that does not fit, and what is wrong with it. */
  broken: z.object({ sequence: z.int().positive(), reason: z.string() }).nullable()
})
export type AuditVerdict = z.infer<typeof AuditVerdict>

/** What hashing all stored evidence again gave. */
export const EvidenceVerdict = z.object({
  checked: z.int().nonnegative(),
  failed: z.array(z.object({ exhibit: Id, case: Id, name: z.string(), sha256: Sha256, found: z.string() })),
  /** Not reached because the job was cancelled. */
  cancelled: z.boolean()
})
export type EvidenceVerdict = z.infer<typeof EvidenceVerdict>
