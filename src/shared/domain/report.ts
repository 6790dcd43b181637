/**
 * The report as data: report.json. The PDF is made from it alone (and from pictures that follow from it), so that both
 * hold identical values.
 */
import { z } from 'zod'
import { Annotation } from './annotation'
import { AuditRow, AuditVerdict } from './audit'
import { Run, RunSummary, Stage } from './caseComparison'
import { PackageManifest } from './casePackage'
import { ChecklistItem } from './checklist'
import { ClaimFinding, OverriddenClaim, ReportLanguage } from './claims'
import { Id, Sha256, Time } from './common'
import { Conclusion } from './conclusion'
import { Enhancement } from './enhancement'
import { EvidenceState, PhotoFacts, Provenance } from './exhibit'
import { MarkedFace } from './markedFace'
import { Opinion } from './opinion'
import { REGIONS } from './regions'
import { KeyFingerprint } from './signature'

const light = z.object({ key: z.string(), label: z.string(), value: z.string(), light: z.enum(['green', 'amber', 'red', 'unknown']), effect: z.string() })

const ReportFace = MarkedFace.extend({
  /** "Q-1", or "face 2 of E-1" for one without a mark, in the report's language. */
  label: z.string(),
  lights: z.array(light),
  suitable: z.boolean(),
  unsuitableBecause: z.array(z.string())
})
export type ReportFace = z.infer<typeof ReportFace>

const ReportExhibit = z.object({
  id: Id,
  /** "E-1". */
  label: z.string(),
  name: z.string(),
  path: z.string().nullable(),
  sha256: Sha256,
  /** Bytes. */
  size: z.int().nonnegative(),
  modified: Time.nullable(),
  imported: Time,
  importedBy: z.string(),
  ...Provenance.shape,
  notes: z.string(),
  photo: PhotoFacts.nullable(),
  /** As hashed again for this report. */
  evidence: EvidenceState,
  faces: z.array(ReportFace)
})
export type ReportExhibit = z.infer<typeof ReportExhibit>

/** See regions.ts: sums in the maps' own unit, share and area 0..1. */
const region = z.object({ region: z.enum(REGIONS), similar: z.number(), dissimilar: z.number(), combined: z.number(), share: z.number(), area: z.number() })

/** What the run's maps say, computed again for the report: replaying compares with it. */
const ReportMaps = z.object({
  /** Of the maps as computed for this report; differs from the run's where another device rounds otherwise. */
  sha256: Sha256,
  /** Whether that is the hash which the run recorded. */
  asRecorded: z.boolean(),
  regions: z.object({ a: z.array(region), b: z.array(region) }),
  /** a_n = e1_n e2_n, in the order of the embedding. */
  arguments: z.array(z.number())
})
export type ReportMaps = z.infer<typeof ReportMaps>

const side = z.object({ exhibit: z.string(), face: z.string(), faceId: Id.nullable(), name: z.string() })

const ReportComparison = z.object({
  id: Id,
  /** "C-1". */
  label: z.string(),
  stage: Stage,
  /** 1, and one more with every amendment after a signature. */
  version: z.int().positive(),
  amendments: z.array(z.object({ version: z.int().positive(), at: Time, by: z.string(), reason: z.string() })),
  a: side,
  b: side,
  /** The run that the report is about: the last one. Null where the model was never run. */
  run: Run.nullable(),
  /** All runs, oldest first. */
  runs: z.array(RunSummary),
  maps: ReportMaps.nullable(),
  enhancement: Enhancement,
  annotations: z.array(Annotation),
  checklist: z.array(ChecklistItem),
  /** Blind-first and second opinions. */
  opinions: z.array(Opinion),
  /** All versions, oldest first; the last counts. Empty: not recorded. */
  conclusions: z.array(Conclusion),
  /** Put together from the data; only ever appended to. */
  limits: z.array(z.string())
})
export type ReportComparison = z.infer<typeof ReportComparison>

const ReportCase = z.object({
  id: Id,
  number: z.string(),
  title: z.string(),
  /** The request: why the examination was made. */
  purpose: z.string(),
  examiner: z.string(),
  status: z.string(),
  notes: z.string(),
  tags: z.array(z.string()),
  blindFirst: z.boolean(),
  created: Time
})

/** The log of another library that the case came from with a package, with the ids that things had there. */
const ReportImportedLog = z.object({
  /** SHA-256 of the package that brought it. */
  package: Sha256,
  /** Of that package's manifest: whose library it is, and the last row of the whole log there. */
  from: PackageManifest.pick({ laboratory: true, by: true, program: true, created: true, head: true }),
  /** One a line as canonical JSON, they have the SHA-256 that the next log's row `case.imported` names. */
  rows: z.array(AuditRow),
  /** Rows left out because they tell what is withheld from who made the report; where there are any, that hash can't be checked. */
  withheld: z.int().nonnegative(),
  /** Ids there to ids in the report; empty where they are the same. */
  idMap: z.record(Id, Id)
})
export type ReportImportedLog = z.infer<typeof ReportImportedLog>

export const Report = z.object({
  schema: z.literal('vidimus.report/1'),
  id: Id,
  /** When it was made: with `signing.at` and the audit rows of its own making the only fields that may differ between two reports of the same state. */
  created: Time,
  by: z.string(),
  state: z.enum(['draft', 'signed']),
  language: ReportLanguage,
  laboratory: z.string(),
  /** Null for `vidimus explain --pdf`, which knows no case. */
  case: ReportCase.nullable(),
  /** The second named examiner of any comparison in it. */
  verifiers: z.array(z.string()),
  exhibits: z.array(ReportExhibit),
  comparisons: z.array(ReportComparison),
  /** What holds for the whole report. */
  limits: z.array(z.string()),
  claims: z.array(OverriddenClaim),
  /**
   * The case's rows of the log, whole; null without a case. `imported` holds the logs that it came in with, oldest first; empty where
   * the case was made here, missing in reports from before they were put in.
   */
  audit: z.object({ rows: z.array(AuditRow), verdict: AuditVerdict, imported: z.array(ReportImportedLog).optional() }).nullable(),
  /** Who signs, with which key; the signature itself is in the file beside. Null for a draft. */
  signing: z.object({ signer: z.string(), laboratory: z.string(), fingerprint: KeyFingerprint, at: Time }).nullable(),
  versions: z.record(z.string(), z.string()),
  /** SHA-256 of the texts the PDF was set with, and whether the laboratory edited them. */
  texts: z.object({ sha256: Sha256, edited: z.boolean() })
})
export type Report = z.infer<typeof Report>

/** A report as the case lists it. Its files lie in the library and can't be changed. */
export const ReportRow = z.object({
  id: Id,
  case: Id,
  /** ... in the case. */
  number: z.int().positive(),
  created: Time,
  by: z.string(),
  state: z.enum(['draft', 'signed']),
  language: ReportLanguage,
  comparisons: z.array(z.object({ id: Id, number: z.int().positive(), version: z.int().positive() })),
  pages: z.int().positive(),
  files: z.array(z.object({ name: z.string(), sha256: Sha256, size: z.int().nonnegative() })),
  signing: z.object({ signer: z.string(), laboratory: z.string(), fingerprint: KeyFingerprint, at: Time }).nullable()
})
export type ReportRow = z.infer<typeof ReportRow>

/** What is to be known before a report is made. */
export const ReportCheck = z.object({
  /** What prevents it, in words. */
  blocks: z.array(z.string()),
  /** What it will say is missing: no run, no conclusion, checklist not complete ... */
  gaps: z.array(z.string()),
  claims: z.array(ClaimFinding)
})
export type ReportCheck = z.infer<typeof ReportCheck>
