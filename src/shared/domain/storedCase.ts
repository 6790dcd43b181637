/**
 * A case as it is stored, whole: what a package carries (case.json) and what is compared with the log (evidence/recordCheck).
 * Nothing in it is derived but what a package needs to be read without the program.
 */
import { z } from 'zod'
import { Annotation } from './annotation'
import { Case } from './case'
import { Run, Stage } from './caseComparison'
import { ChecklistItem } from './checklist'
import { Id, Time } from './common'
import { Conclusion } from './conclusion'
import { Enhancement } from './enhancement'
import { Exhibit } from './exhibit'
import { MarkedFace } from './markedFace'
import { Opinion } from './opinion'
import { ReportRow } from './report'

const removed = z.object({ at: Time, reason: z.string() }).nullable()
const last = z.int().nonnegative()

/** A face with the number it once had in each role, which it keeps. */
export const StoredFace = MarkedFace.omit({ mark: true }).extend({
  role: z.enum(['Q', 'K']).nullable(),
  numberQ: z.int().positive().nullable(),
  numberK: z.int().positive().nullable()
})
export type StoredFace = z.infer<typeof StoredFace>

/** Faces in the order of the photo's list. */
export const StoredExhibit = Exhibit.omit({ faces: true, duplicates: true }).extend({ faces: z.array(StoredFace) })
export type StoredExhibit = z.infer<typeof StoredExhibit>

export const StoredAnnotation = Annotation.extend({ removedAt: Time.nullable() })
export type StoredAnnotation = z.infer<typeof StoredAnnotation>

export const StoredComparison = z.object({
  id: Id,
  number: z.int().positive(),
  faceA: Id,
  faceB: Id,
  stage: Stage,
  created: Time,
  changed: Time,
  removed,
  version: z.int().positive(),
  /** By a signed report. */
  locked: z.object({ at: Time, by: z.string(), report: Id }).nullable(),
  amendments: z.array(z.object({ version: z.int().positive(), at: Time, by: z.string(), reason: z.string(), report: Id })),
  revision: z.int().positive(),
  /** All, oldest first, each with its record. */
  runs: z.array(Run),
  /** Also those that were taken out: their numbers are not given again. */
  annotations: z.array(StoredAnnotation),
  /** The last annotation number given. */
  lastAnnotation: last,
  /** Null where none was ever set. */
  enhancement: Enhancement.nullable(),
  /** What was assessed, in the order of COMPONENTS; the rest is missing. */
  checklist: z.array(ChecklistItem),
  conclusions: z.array(Conclusion),
  opinions: z.array(Opinion)
})
export type StoredComparison = z.infer<typeof StoredComparison>

export const StoredCase = z.object({
  schema: z.literal('vidimus.case/1'),
  case: Case,
  uses: z.array(z.object({ id: Id, purpose: z.string(), by: z.string(), begun: Time, ended: Time.nullable() })),
  /** By number, also those that were taken out. */
  exhibits: z.array(StoredExhibit),
  /** By number, also those that were taken out. */
  comparisons: z.array(StoredComparison),
  reports: z.array(ReportRow),
  /** The last number given of each kind: a number is never given twice. */
  last: z.object({ exhibit: last, comparison: last, markQ: last, markK: last, report: last })
})
export type StoredCase = z.infer<typeof StoredCase>
