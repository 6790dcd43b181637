import { createHash } from 'node:crypto'
import type { Run } from '../../../shared/domain/caseComparison'
import { COMPONENTS } from '../../../shared/domain/checklist'
import type { ReportLanguage } from '../../../shared/domain/claims'
import type { ComparedFace, Comparison } from '../../../shared/domain/comparison'
import type { Face } from '../../../shared/domain/face'
import type { MarkedFace } from '../../../shared/domain/markedFace'
import { qualityLights, suitabilityOf } from '../../../shared/domain/quality'
import { Report, type ReportComparison, type ReportExhibit, type ReportFace, type ReportMaps } from '../../../shared/domain/report'
import { limitsOfRecord } from '../../reports/limits/comparison'
import { limitText } from '../../reports/limits/texts'
import type { ReportTexts } from '../../reports/texts/texts'
import { unmarkedLabel } from './exhibits'

/** One of the two files, with the face taken from it; null for an aligned crop. */
export interface PairSide {
  path: string
  /** ISO 8601, UTC. */
  modified: string
  face: Face | null
}

export interface PairReportRequest {
  record: Comparison
  a: PairSide
  b: PairSide
  maps: ReportMaps
  language: ReportLanguage
  by: string
  laboratory: string
  versions: Record<string, string>
  texts: ReportTexts
}

/**
 * The run of a pair outside a library. Ids follow from the files' hashes.
 * @param mapsSha256 of the maps as shown
 */
export function pairRun(record: Comparison, by: string, mapsSha256: string): Run {
  const { cosine, threshold, thresholdOrigin, decision, model, created } = record
  return {
    id: idOf(record, 'run'), comparison: idOf(record, 'comparison'), number: 1, at: created, by, cosine, threshold, thresholdKind: thresholdOrigin.kind, decision,
    model: model.name, modelSha256: model.sha256, record, automaticCosine: null, enhanced: null, mapsSha256
  }
}

/** A report on two files that belong to no case: `vidimus explain --pdf`. */
export function pairReport({ record, a, b, maps, language, by, laboratory, versions, texts }: PairReportRequest): Report {
  const { created } = record
  return Report.parse({
    schema: 'vidimus.report/1', id: idOf(record, 'report'), created, by, state: 'draft', language, laboratory, case: null, verifiers: [],
    exhibits: [exhibitOf(record, 'a', a, by, language), exhibitOf(record, 'b', b, by, language)],
    comparisons: [comparisonOf(record, maps, language, by)],
    limits: [limitText(language, 'noCase')],
    claims: [], audit: null, signing: null, versions, texts: { sha256: texts.sha256, edited: texts.edited }
  })
}

/** A UUID of version 8 (RFC 9562) made from what it stands for: the same pair gives the same report. */
function idOf({ a, b, model, threshold }: Comparison, what: string): string {
  const hash = createHash('sha256').update(JSON.stringify([what, a.sha256, a.points, b.sha256, b.points, model.sha256, threshold])).digest('hex')
  const variant = ((parseInt(hash[16]!, 16) & 3) | 8).toString(16)
  return [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, variant + hash.slice(17, 20), hash.slice(20, 32)].join('-')
}

/** What the two files are called, in the order given. */
export const LABELS = { a: 'E-1', b: 'E-2' } as const
const CROP: Readonly<Record<ReportLanguage, string>> = { en: 'aligned crop', de: 'Gesichtsausschnitt' }
const faceName = (side: 'a' | 'b', { face }: ComparedFace, language: ReportLanguage): string => (face === null ? CROP[language] : unmarkedLabel(LABELS[side], face, language))

function exhibitOf(record: Comparison, side: 'a' | 'b', { path, modified, face }: PairSide, by: string, language: ReportLanguage): ReportExhibit {
  const { file, sha256, size, photo } = record[side]
  const id = idOf(record, side)
  return {
    id, label: LABELS[side], name: file, path, sha256, size, modified, imported: record.created, importedBy: by, source: '', receivedFrom: '', receivedAt: null, notes: '',
    photo: { ...photo, exif: {} }, evidence: { state: 'verified', checkedAt: record.created, found: null },
    faces: face === null ? [] : [faceOf(record, side, face, id, language)]
  }
}

function faceOf(record: Comparison, side: 'a' | 'b', { index, box, score, points68, points5, quality }: Face, exhibit: string, language: ReportLanguage): ReportFace {
  const face: MarkedFace = { id: idOf(record, `face ${side}`), exhibit, index, mark: null, box, score, points68, automatic: points5, corrected: null, quality, override: null, revision: 1 }
  const { suitable, reasons } = suitabilityOf(quality, language)
  return { ...face, label: faceName(side, record[side], language), lights: qualityLights(quality, language), suitable, unsuitableBecause: reasons }
}

function comparisonOf(record: Comparison, maps: ReportMaps, language: ReportLanguage, by: string): ReportComparison {
  const run = pairRun(record, by, maps.sha256)
  const { record: _, automaticCosine: __, enhanced: ___, mapsSha256: ____, comparison, ...summary } = run
  const side = (which: 'a' | 'b') => ({ exhibit: LABELS[which], face: faceName(which, record[which], language), faceId: record[which].face === null ? null : idOf(record, `face ${which}`), name: record[which].file })
  return {
    id: comparison, label: 'C-1', stage: 'analysis', version: 1, amendments: [], a: side('a'), b: side('b'), run, runs: [summary], maps,
    enhancement: { a: [], b: [] }, annotations: [], checklist: COMPONENTS.map(component => ({ component, finding: null, note: '', cause: '', by: null, changed: null })), opinions: [], conclusions: [],
    limits: [...limitsOfRecord(record, language), limitText(language, 'noConclusion')]
  }
}
