import { z } from 'zod'
import { Id, Paging, Time, line, text } from './common'

export const CaseStatus = z.enum(['open', 'closed', 'archived'])
export type CaseStatus = z.infer<typeof CaseStatus>

const tag = line(40).min(1)

/** What a person enters to open a case. Number and purpose are required: no comparison without either. */
export const CaseDraft = z.object({
  number: line(80).min(1, 'A case number is required.'),
  title: line(200),
  purpose: text(2000).min(1, 'A purpose is required.'),
  examiner: line(120).min(1, 'Name the examiner.'),
  notes: text(20_000).default(''),
  tags: z.array(tag).max(30).default([]),
  /** Score, decision and maps stay hidden until the first opinion is locked; see `case.setBlindFirst` for changing it. */
  blindFirst: z.boolean().default(false)
})
export type CaseDraft = z.infer<typeof CaseDraft>

export const Case = CaseDraft.extend({
  id: Id,
  status: CaseStatus,
  created: Time,
  changed: Time,
  /** Grows with every change: who writes over a newer one is told so (`case.conflict`). */
  revision: z.int().positive()
})
export type Case = z.infer<typeof Case>

export const CasePatch = z.object({ ...CaseDraft.omit({ notes: true, tags: true, blindFirst: true }).shape, notes: text(20_000), tags: z.array(tag).max(30), status: CaseStatus }).partial()
export type CasePatch = z.infer<typeof CasePatch>

/** One row of the list of cases. */
export const CaseRow = Case.omit({ notes: true }).extend({ exhibits: z.int().nonnegative(), comparisons: z.int().nonnegative() })
export type CaseRow = z.infer<typeof CaseRow>

export const CaseQuery = z.object({
  /** Full text over number, title, purpose, notes, tags, examiner; every word must occur, the last may be a beginning. */
  text: z.string().max(200).default(''),
  status: z.array(CaseStatus).default(['open', 'closed']),
  tag: z.string().nullable().default(null),
  sort: z.enum(['changed', 'created', 'number', 'title']).default('changed'),
  descending: z.boolean().default(true),
  ...Paging
})
export type CaseQuery = z.infer<typeof CaseQuery>

/** What the search over the whole library found. */
export const SearchHit = z.object({
  kind: z.enum(['case', 'exhibit', 'note']),
  case: Id,
  caseNumber: z.string(),
  /** Of the case, the exhibit, or the comparison that the note belongs to. */
  id: Id,
  title: z.string(),
  /** Text around the hit; the words found stand between U+0002 and U+0003. */
  snippet: z.string()
})
export type SearchHit = z.infer<typeof SearchHit>

/** One stretch of work on a case, from opening to leaving it. */
export const CaseUse = z.object({ id: Id, case: Id, purpose: text(2000), begun: Time, ended: Time.nullable() })
export type CaseUse = z.infer<typeof CaseUse>

/** A use as it begins: what hashing the case's evidence again gave. */
export const BegunUse = CaseUse.extend({
  evidence: z.object({ checked: z.int().nonnegative(), failed: z.array(z.object({ exhibit: Id, number: z.int().positive(), name: z.string() })) })
})
export type BegunUse = z.infer<typeof BegunUse>
