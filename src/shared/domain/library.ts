import { z } from 'zod'
import { Time } from './common'

/** Who holds a library that another process opened for writing. */
export const LibraryHolder = z.object({ pid: z.int(), host: z.string(), since: Time })
export type LibraryHolder = z.infer<typeof LibraryHolder>

/** The case library that is open: one folder with the database, the evidence and what is derived from it. */
export const OpenLibrary = z.object({
  folder: z.string(),
  name: z.string(),
  mode: z.enum(['write', 'read']),
  /** Why it could be opened for reading only; null when reading only was asked for or it is open for writing. */
  readOnlyReason: z.string().nullable(),
  schema: z.int().positive(),
  counts: z.object({ cases: z.int().nonnegative(), exhibits: z.int().nonnegative(), comparisons: z.int().nonnegative() })
})
export type OpenLibrary = z.infer<typeof OpenLibrary>

export const LibraryStatus = z.object({
  open: OpenLibrary.nullable(),
  /** Why the library that was last asked for is not open; null where it is, or none was asked for. */
  problem: z.object({ folder: z.string(), code: z.string(), message: z.string() }).nullable(),
  /** Where a first library would be made. */
  suggested: z.string(),
  /** Most recent first; `missing` where the folder is gone. */
  recent: z.array(z.object({ folder: z.string(), openedAt: Time, missing: z.boolean() }))
})
export type LibraryStatus = z.infer<typeof LibraryStatus>

/** What opened objects another window or this one changed: whoever shows them asks again. */
export const LibraryChange = z.object({ case: z.string().nullable(), kind: z.enum(['library', 'case', 'exhibit', 'face', 'comparison', 'annotation', 'enhancement', 'checklist', 'conclusion', 'opinion', 'report', 'settings', 'audit']) })
export type LibraryChange = z.infer<typeof LibraryChange>
