/**
 * Every call and every event, once. Handlers, dispatch, client, preload, web host and tests derive from here.
 *
 * A call with `progress` is a job: it reports progress events while it runs and can be cancelled.
 * Large arrays are Float32Array or Uint8Array in the schemas: they travel as binary on every transport.
 */
import { z } from 'zod'
import { About } from '../domain/about'
import { Annotation, AnnotationDraft } from '../domain/annotation'
import { AuditRow, AuditVerdict, EvidenceVerdict } from '../domain/audit'
import { BegunUse, Case, CaseDraft, CasePatch, CaseQuery, CaseRow, SearchHit } from '../domain/case'
import { CaseComparison, ComparisonQuery, ComparisonRow, LiveExplanation, Run, RunSummary, Stage } from '../domain/caseComparison'
import { Delivery, PackageInspection } from '../domain/casePackage'
import { Checklist, ChecklistItem } from '../domain/checklist'
import { ClaimFinding, ClaimOverride, ReportLanguage } from '../domain/claims'
import { Id, Paging, Picture, WorkProgress, line, pageOf, text } from '../domain/common'
import { Conclusion, ConclusionDraft } from '../domain/conclusion'
import { Enhancement, EnhancementSteps } from '../domain/enhancement'
import { EvidenceState, Exhibit, ExhibitPatch, ExhibitQuery, FileSource, ImportReport, Provenance } from '../domain/exhibit'
import { ExplainerId } from '../domain/explainers'
import { FivePoints } from '../domain/face'
import { HostCommand, HostInfo } from '../domain/host'
import { LibraryChange, LibraryStatus } from '../domain/library'
import { MarkedFace } from '../domain/markedFace'
import { ModelManifest } from '../domain/model'
import { Opinion, Sight } from '../domain/opinion'
import { RecordsVerdict } from '../domain/recordCheck'
import { ReportCheck, ReportRow } from '../domain/report'
import { SelfTestProgress, SelfTestResult } from '../domain/selfTest'
import { Settings, SettingsPatch } from '../domain/settings'
import { LaboratoryKey } from '../domain/signature'

interface CallSchema {
  input: z.ZodType
  output: z.ZodType
  progress?: z.ZodType
}

const nothing = z.object({})
const done = z.object({})
const byId = z.object({ id: Id })
const reason = text(1000).min(1, 'A reason is required.')
const revision = z.int().positive()
const ofComparison = z.object({ comparison: Id })
const path = z.string().min(1).max(4096)

export const calls = {
  'app.about': { input: nothing, output: About },
  'engine.selfTest': { input: nothing, output: SelfTestResult, progress: SelfTestProgress },
  'job.cancel': { input: z.object({ job: z.string() }), output: z.object({ found: z.boolean() }) },
  'model.list': { input: nothing, output: ModelManifest },

  'host.info': { input: nothing, output: HostInfo },
  /** A native dialog; empty when the user closed it. `dialog.none` (usage) where the host has none. */
  'host.pick': { input: z.object({ kind: z.enum(['photos', 'folder', 'library', 'model', 'package']) }), output: z.object({ paths: z.array(z.string()) }) },

  'settings.get': { input: nothing, output: Settings },
  'settings.set': { input: z.object({ patch: SettingsPatch }), output: Settings },

  'library.status': { input: nothing, output: LibraryStatus },
  /** Opens the library in a folder and closes the one open before. `create` makes it in an empty or new folder. */
  'library.open': { input: z.object({ folder: path, mode: z.enum(['write', 'read']).default('write'), create: z.boolean().default(false) }), output: LibraryStatus },
  'library.close': { input: nothing, output: LibraryStatus },
  'library.audit': { input: z.object({ case: Id.nullable(), newestFirst: z.boolean().default(true), ...Paging }), output: pageOf(AuditRow) },
  'library.verifyAudit': { input: nothing, output: AuditVerdict, progress: WorkProgress },
  'library.verifyEvidence': { input: z.object({ case: Id.nullable() }), output: EvidenceVerdict, progress: WorkProgress },
  /** Whether the database says what the log says was written: cases, exhibits, faces, runs, findings, conclusions, opinions. */
  'library.verifyRecords': { input: z.object({ case: Id.nullable() }), output: RecordsVerdict, progress: WorkProgress },
  'library.search': { input: z.object({ text: z.string().max(200), limit: z.int().positive().max(100).default(20) }), output: z.object({ hits: z.array(SearchHit) }) },

  'case.list': { input: CaseQuery, output: pageOf(CaseRow) },
  'case.tags': { input: nothing, output: z.object({ tags: z.array(z.string()) }) },
  'case.get': { input: byId, output: Case },
  'case.create': { input: CaseDraft, output: Case },
  /** `case.conflict` (usage) where `revision` is not the stored one; the detail holds the stored case. */
  'case.update': { input: z.object({ id: Id, revision, patch: CasePatch }), output: Case },
  /** A case made on the spot from the user's photos, or from the test photos of a development checkout. */
  'case.createSample': { input: z.object({ photos: z.union([z.literal('development'), z.array(FileSource).min(1).max(20)]) }), output: Case, progress: WorkProgress },
  /** Logs the begin of work on a case with its purpose; opens its evidence: every hash is checked. */
  'case.begin': { input: z.object({ id: Id, purpose: text(2000).nullable().default(null) }), output: BegunUse, progress: WorkProgress },
  /** Switches blind-first on (before the first run) or off (logged, with the reason). `case.has-runs` (usage) */
  'case.setBlindFirst': { input: z.object({ id: Id, revision, blindFirst: z.boolean(), reason }), output: Case },
  'case.end': { input: z.object({ use: Id }), output: done },

  'exhibit.import': { input: z.object({ case: Id, files: z.array(FileSource).min(1).max(20_000), provenance: Provenance.default({ source: '', receivedFrom: '', receivedAt: null }) }), output: ImportReport, progress: WorkProgress },
  'exhibit.list': { input: ExhibitQuery, output: pageOf(Exhibit) },
  'exhibit.get': { input: byId, output: Exhibit },
  'exhibit.update': { input: z.object({ id: Id, revision, patch: ExhibitPatch }), output: Exhibit },
  'exhibit.remove': { input: z.object({ id: Id, reason }), output: Exhibit },
  'exhibit.restore': { input: byId, output: Exhibit },
  'exhibit.verify': { input: byId, output: EvidenceState },
  /** Looks for faces again, e.g. after a failure; marks and corrected points of faces found before stay. */
  'exhibit.analyse': { input: byId, output: Exhibit, progress: WorkProgress },
  /** `thumb`: 320 pixels at most; `view`: 2400 pixels at most, upright, sRGB. */
  'exhibit.image': { input: z.object({ id: Id, size: z.enum(['thumb', 'view']) }), output: Picture },

  'face.mark': { input: z.object({ id: Id, role: z.enum(['Q', 'K']).nullable() }), output: MarkedFace },
  /** Sets or, with null, takes back the examiner's points; the quality is measured again there. */
  'face.correct': { input: z.object({ id: Id, revision, points: FivePoints.nullable() }), output: MarkedFace },
  'face.add': { input: z.object({ exhibit: Id, points: FivePoints }), output: MarkedFace },
  /** Faces set by hand alone; `face.compared` (usage) while a comparison uses it. */
  'face.remove': { input: byId, output: done },
  'face.override': { input: z.object({ id: Id, reason: reason.nullable() }), output: MarkedFace },
  /** The aligned crop as the model gets it, PNG; with `points`, as it would be with these. */
  'face.crop': { input: z.object({ id: Id, points: FivePoints.nullable().default(null) }), output: Picture },
  /**
   * The face and its surroundings in the aligned frame, sampled from the photo's own pixels: side crop widths `extent`
   * times the crop's, centred on the crop. Crop pixel (x, y) lies at ((x + 0.5 - w/2) / extent / w + 0.5) of the width.
   */
  'face.plate': { input: z.object({ id: Id, extent: z.number().min(1).max(4).default(2), side: z.int().min(112).max(2048).default(1344), steps: EnhancementSteps.default([]) }), output: Picture },

  'comparison.list': { input: ComparisonQuery, output: pageOf(ComparisonRow) },
  'comparison.get': { input: byId, output: ComparisonRow },
  'comparison.create': { input: z.object({ case: Id, faceA: Id, faceB: Id }), output: CaseComparison },
  'comparison.setStage': { input: z.object({ id: Id, stage: Stage }), output: CaseComparison },
  'comparison.remove': { input: z.object({ id: Id, reason }), output: CaseComparison },
  'comparison.restore': { input: byId, output: CaseComparison },
  /** Verifies both photos' bytes, scores the pair, keeps the run. Null takes the model's calibrated threshold. */
  'comparison.run': { input: z.object({ id: Id, threshold: z.number().min(-1).max(1).nullable().default(null) }), output: Run, progress: WorkProgress },
  /** The same without keeping anything, with any explainer's maps: for looking, and while a threshold is being moved. */
  'comparison.explain': { input: z.object({ id: Id, threshold: z.number().min(-1).max(1).nullable().default(null), enhanced: z.boolean().default(false), explainer: ExplainerId.default('xssab') }), output: LiveExplanation, progress: WorkProgress },
  /** Opens a comparison that a signed report locked: its next version. `comparison.unlocked` (usage) where none did. */
  'comparison.amend': { input: z.object({ id: Id, reason }), output: CaseComparison },
  'run.list': { input: z.object({ comparison: Id, ...Paging }), output: pageOf(RunSummary) },
  'run.get': { input: byId, output: Run },

  'annotation.list': { input: ofComparison, output: z.object({ rows: z.array(Annotation) }) },
  /** Adds it, or replaces the one with this id. */
  'annotation.put': { input: z.object({ comparison: Id, annotation: AnnotationDraft }), output: Annotation },
  'annotation.remove': { input: byId, output: done },

  'enhancement.get': { input: ofComparison, output: Enhancement },
  'enhancement.set': { input: z.object({ comparison: Id, enhancement: Enhancement }), output: Enhancement },

  'checklist.get': { input: ofComparison, output: Checklist },
  'checklist.set': { input: z.object({ comparison: Id, item: ChecklistItem.omit({ by: true, changed: true }) }), output: Checklist },

  'conclusion.list': { input: ofComparison, output: z.object({ rows: z.array(Conclusion) }) },
  /** Saves a new version; older ones stay. `conclusion.conflict` (usage) where `after` is not the last version. */
  'conclusion.save': { input: z.object({ comparison: Id, after: z.int().nonnegative(), conclusion: ConclusionDraft }), output: Conclusion },

  /** What the present examiner may see of a comparison, and the opinions on it. */
  'opinion.sight': { input: ofComparison, output: Sight },
  /** Begins an independent second opinion: from now on all is withheld from this examiner until it is locked or withdrawn. */
  'opinion.begin': { input: ofComparison, output: Opinion },
  /** Changes the opinion that this examiner is forming (a first one takes the comparison's own checklist and conclusion). */
  'opinion.set': { input: z.object({ id: Id, item: ChecklistItem.omit({ by: true, changed: true }).nullable().default(null), conclusion: ConclusionDraft.nullable().default(null) }), output: Opinion },
  /** Locks the first (blind-first) or the second opinion for good and shows what was withheld. `opinion.incomplete` (usage) with what is missing. */
  'opinion.lock': { input: ofComparison, output: Sight },
  'opinion.withdraw': { input: z.object({ id: Id, reason }), output: Sight },

  'claim.check': { input: z.object({ text: z.string().max(40_000), language: ReportLanguage }), output: z.object({ findings: z.array(ClaimFinding) }) },

  /** What prevents a report, what it will lack, and claims in its free texts. Null: all comparisons of the case. */
  'report.check': { input: z.object({ case: Id, comparisons: z.array(Id).min(1).max(500).nullable(), language: ReportLanguage }), output: ReportCheck },
  'report.list': { input: z.object({ case: Id, ...Paging }), output: pageOf(ReportRow) },
  /**
   * Makes PDF, JSON and hashes, a draft or signed, and keeps them in the library. A signed one locks its comparisons.
   * `report.claims` (usage) where a claim is neither reworded nor overridden, `report.blocked` (usage), `key.none`, `key.passphrase` (usage)
   */
  'report.create': {
    input: z.object({
      case: Id, comparisons: z.array(Id).min(1).max(500).nullable(), language: ReportLanguage, overrides: z.array(ClaimOverride).default([]), sign: z.object({ passphrase: z.string().max(1000) }).nullable().default(null)
    }),
    output: ReportRow, progress: WorkProgress
  },
  /** Hands out one of its files, after comparing it with its hash on record: `report.changed` (input). */
  'report.deliver': { input: z.object({ id: Id, file: z.string().max(200) }), output: Delivery },
  /** All comparisons of a case as CSV. */
  'report.csv': { input: z.object({ case: Id }), output: Delivery },

  /** The texts that reports are set with; a laboratory may edit each. */
  'text.list': { input: z.object({ language: ReportLanguage }), output: z.object({ texts: z.array(z.object({ key: z.string(), original: z.string(), edited: z.string().nullable(), placeholders: z.array(z.string()) })) }) },
  /** Null takes the original back. `text.placeholder` (usage) for one that the text doesn't know. */
  'text.set': { input: z.object({ language: ReportLanguage, key: z.string().max(200), edited: text(4000).nullable() }), output: done },

  'key.get': { input: nothing, output: z.object({ key: LaboratoryKey.nullable() }) },
  /** Makes the laboratory's key pair; the private half is kept encrypted with the passphrase. `key.exists` (usage) */
  'key.create': { input: z.object({ laboratory: line(200).min(1), passphrase: z.string().min(10, 'At least ten characters.').max(1000) }), output: LaboratoryKey },
  /** Hands out the public half, or the encrypted private half as a backup. */
  'key.deliver': { input: z.object({ half: z.enum(['public', 'backup']) }), output: Delivery },
  /** Takes a backup in. `key.exists`, `key.passphrase` (usage), `key.damaged` (input) */
  'key.restore': { input: z.object({ source: FileSource, passphrase: z.string().max(1000) }), output: LaboratoryKey },
  /** Puts the key aside, e.g. because its passphrase is lost; signatures made with it stay valid. */
  'key.retire': { input: z.object({ reason }), output: z.object({ key: LaboratoryKey.nullable() }) },

  /** Packs a case, whole or in part, into one file; signed where a passphrase is given. */
  'package.export': {
    input: z.object({ case: Id, comparisons: z.array(Id).min(1).max(500).nullable(), evidence: z.boolean(), sign: z.object({ passphrase: z.string().max(1000) }).nullable().default(null) }),
    output: Delivery, progress: WorkProgress
  },
  'package.inspect': { input: z.object({ source: FileSource }), output: PackageInspection, progress: WorkProgress },
  /**
   * Verifies, then takes the case in, or leaves the library as it was. `number`: for a case whose number is taken here;
   * `copy`: a case that is here already comes in beside it, with new ids. `package.collision` (usage), `package.faulty` (input)
   */
  'package.import': { input: z.object({ source: FileSource, copy: z.boolean().default(false), number: line(80).min(1).nullable().default(null) }), output: Case, progress: WorkProgress }
} satisfies Record<string, CallSchema>

export const events = {
  'job.progress': z.object({ job: z.string(), progress: z.unknown() }),
  /** Something in the library changed, by this window or another. */
  'library.changed': LibraryChange,
  'host.command': z.object({ command: HostCommand, case: Id.optional(), source: FileSource.optional() })
} satisfies Record<string, z.ZodType>

type Calls = typeof calls
export type CallName = keyof Calls
/** What a handler gets: defaults are filled in. */
export type Input<N extends CallName> = z.output<Calls[N]['input']>
/** What a caller gives: whatever has a default may be left out. */
export type CallInput<N extends CallName> = z.input<Calls[N]['input']>
export type Output<N extends CallName> = z.infer<Calls[N]['output']>
export type Progress<N extends CallName> = Calls[N] extends { progress: infer P extends z.ZodType } ? z.infer<P> : never

export type EventName = keyof typeof events
export type EventPayload<N extends EventName> = z.infer<(typeof events)[N]>

/**
 * A call as it travels. The caller names the job, so that it can cancel before any answer comes. Without an input (JSON
 * carries no `undefined`) it is the call's own schema that refuses it.
 */
export const Request = z.object({ name: z.string(), input: z.unknown().optional(), job: z.string().optional() })
export type Request = z.infer<typeof Request>

/** An event as it travels. */
export const EventMessage = z.object({ event: z.string(), payload: z.unknown() })
export type EventMessage = z.infer<typeof EventMessage>

/** A call's schemas by a name that came from outside, or undefined. */
export const callSchema = (name: string): CallSchema | undefined => (Object.hasOwn(calls, name) ? (calls as Record<string, CallSchema>)[name] : undefined)
