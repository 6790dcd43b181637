import { z } from 'zod'
import { Id, Paging, Sha256, Time, line, text } from './common'
import { MarkedFace } from './markedFace'

/** A file that is to become an exhibit: on this machine's disk (desktop, command line), or uploaded to the host before. */
export const FileSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('path'), path: z.string().min(1).max(4096) }),
  z.object({
    kind: z.literal('upload'),
    upload: z.string().regex(/^[\w-]{16,64}$/),
    name: z.string().min(1).max(1024),
    /** Where the window says it came from: the path inside a dropped folder, or the path on disk where it is known. */
    path: z.string().max(4096).nullable(),
    modified: Time.nullable()
  })
])
export type FileSource = z.infer<typeof FileSource>

/** Where the evidence came from, in the examiner's words. */
export const Provenance = z.object({ source: text(500).default(''), receivedFrom: line(200).default(''), receivedAt: Time.nullable().default(null) })
export type Provenance = z.infer<typeof Provenance>

/** Whether the stored bytes still have the hash they came in with. `failed` stays on record for good. */
export const EvidenceState = z.object({ state: z.enum(['verified', 'failed']), checkedAt: Time, found: z.string().nullable() })
export type EvidenceState = z.infer<typeof EvidenceState>

/** What looking for faces gave: `pending` before it was done, `none` and `failed` with the reason. */
export const Analysis = z.discriminatedUnion('state', [
  z.object({ state: z.literal('pending') }),
  z.object({ state: z.literal('done'), at: Time }),
  z.object({ state: z.literal('none'), at: Time, message: z.string() }),
  z.object({ state: z.literal('failed'), at: Time, code: z.string(), message: z.string() })
])
export type Analysis = z.infer<typeof Analysis>

export const PhotoFacts = z.object({
  format: z.string(),
  /** Upright size, pixels. */
  width: z.int().positive(),
  height: z.int().positive(),
  orientation: z.int(),
  warnings: z.array(z.string()),
  /** Tags as text, as the file holds them; never used to compute anything. */
  exif: z.record(z.string(), z.string())
})
export type PhotoFacts = z.infer<typeof PhotoFacts>

/** One photo of a case: a file as it was received, and what was found in it. */
export const Exhibit = z.object({
  id: Id,
  case: Id,
  /** E-1, E-2, ... in the order of arrival; never given twice. */
  number: z.int().positive(),
  name: z.string(),
  path: z.string().nullable(),
  sha256: Sha256,
  size: z.int().nonnegative(),
  modified: Time.nullable(),
  imported: Time,
  importedBy: z.string(),
  ...Provenance.shape,
  notes: z.string(),
  photo: PhotoFacts.nullable(),
  analysis: Analysis,
  evidence: EvidenceState,
  faces: z.array(MarkedFace),
  /** Other exhibits of this case with the same bytes. */
  duplicates: z.array(Id),
  /** Taken out of the case, with the reason; the bytes and the record stay. */
  removed: z.object({ at: Time, reason: z.string() }).nullable(),
  revision: z.int().positive()
})
export type Exhibit = z.infer<typeof Exhibit>

export const ExhibitPatch = z.object({ source: text(500), receivedFrom: line(200), receivedAt: Time.nullable(), notes: text(20_000) }).partial()
export type ExhibitPatch = z.infer<typeof ExhibitPatch>

/** By number; `removed`: also those that were taken out. */
export const ExhibitQuery = z.object({ case: Id, removed: z.boolean().default(false), ...Paging })

/** What became of each file: none is skipped in silence. */
export const ImportReport = z.object({
  imported: z.array(z.object({ id: Id, number: z.int().positive(), name: z.string(), faces: z.int().nonnegative(), analysis: Analysis })),
  /** The same bytes are in the case already: nothing was added. */
  duplicates: z.array(z.object({ name: z.string(), of: Id, number: z.int().positive() })),
  refused: z.array(z.object({ name: z.string(), code: z.string(), message: z.string() })),
  /** Files that were not reached because the job was cancelled. */
  cancelled: z.int().nonnegative()
})
export type ImportReport = z.infer<typeof ImportReport>
