import { z } from 'zod'
import { AuditVerdict } from './audit'
import { Id, Sha256, Time } from './common'
import { SignatureVerdict } from './signature'

/** manifest.json of a case package (a zip named *.vidimus): every other entry but the signature, with its hash. */
export const PackageManifest = z.object({
  schema: z.literal('vidimus.package/1'),
  created: Time,
  by: z.string(),
  laboratory: z.string(),
  program: z.string(),
  case: z.object({ id: Id, number: z.string(), title: z.string() }),
  /** Whether photos are inside; without them a reader needs the evidence from elsewhere to replay. */
  evidence: z.boolean(),
  /** Whether all of the case's comparisons are inside. */
  whole: z.boolean(),
  comparisons: z.array(Id),
  /** Head of the source library's log when it was packed. */
  head: z.object({ sequence: z.int().nonnegative(), hash: Sha256 }),
  /** One for the last run of each comparison: its maps as computed again for the package, and whether they are the run's to the last bit. */
  maps: z.array(z.object({ run: Id, sha256: Sha256.nullable(), asRecorded: z.boolean(), /** Why there are none. */ missing: z.string().nullable() })),
  entries: z.array(z.object({ name: z.string(), size: z.int().nonnegative(), sha256: Sha256 }))
})
export type PackageManifest = z.infer<typeof PackageManifest>

/** One thing that is not as it was packed, named. */
export const PackageFault = z.object({ code: z.string(), where: z.string(), message: z.string() })
export type PackageFault = z.infer<typeof PackageFault>

/** What looking into a package without importing it gave. */
export const PackageInspection = z.object({
  manifest: PackageManifest,
  sha256: Sha256,
  /** Empty: everything is as it was packed. Otherwise nothing can be imported. */
  faults: z.array(PackageFault),
  signature: SignatureVerdict,
  log: AuditVerdict,
  counts: z.object({ exhibits: z.int(), comparisons: z.int(), runs: z.int(), reports: z.int() }),
  /** What is in this library already: the same case (by id), or another one with the same number. */
  collision: z.object({ kind: z.enum(['none', 'same-case', 'same-number']), case: Id.nullable(), message: z.string().nullable() })
})
export type PackageInspection = z.infer<typeof PackageInspection>

/** A file that leaves the program: offered for download at this address (web host), or saved where the user said. */
export const Delivery = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('download'), url: z.string(), name: z.string() }),
  z.object({ kind: z.literal('saved'), path: z.string() }),
  z.object({ kind: z.literal('cancelled') })
])
export type Delivery = z.infer<typeof Delivery>
