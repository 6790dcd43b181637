import type { Report, ReportComparison, ReportExhibit, ReportFace } from '../../../src/shared/domain/report'
import type { Comparison, ComparedFace } from '../../../src/shared/domain/comparison'
import type { ReportLanguage } from '../../../src/shared/domain/claims'
import { COMPONENTS, type ChecklistItem } from '../../../src/shared/domain/checklist'
import { qualityLights, suitabilityOf } from '../../../src/shared/domain/quality'
import { REGIONS } from '../../../src/shared/domain/regions'
import { describeThreshold, limitsOf, statementOf } from '../../../src/shared/domain/wording'
import { summarizeArguments } from '../../../src/main/explain/explanation'

/** A report with everything in it, made of round numbers that a test finds again. */

const AT = '2025-03-04T05:06:07.000Z'
const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
export const sha = (n: number): string => n.toString(16).padStart(2, '0').repeat(32)

const QUALITY = { interEyePx: 41, yaw: 31, pitch: -4, roll: 2, sharpness: 88, luminance: 121, clipped: 0.02, blockiness: 1.1 }
const points = (dx: number) => ({ leftEye: { x: 120 + dx, y: 130 }, rightEye: { x: 180 + dx, y: 130 }, nose: { x: 150 + dx, y: 165 }, mouthLeft: { x: 125 + dx, y: 200 }, mouthRight: { x: 176 + dx, y: 200 } })

const face = (label: string, exhibit: number, language: ReportLanguage, corrected: boolean): ReportFace => ({
  id: uuid(100 + exhibit), exhibit: uuid(exhibit), index: 0, mark: { role: label.startsWith('Q') ? 'Q' : 'K', number: Number(label.slice(2)) },
  box: { x: 90, y: 70, width: 130, height: 180 }, score: 0.998, points68: null, automatic: points(0), corrected: corrected ? points(2.5) : null, quality: QUALITY,
  override: corrected ? { reason: 'The only photo of that night', by: 'A. Examiner', at: AT } : null, revision: 1,
  label, lights: qualityLights(QUALITY, language), suitable: !corrected, unsuitableBecause: corrected ? suitabilityOf({ ...QUALITY, interEyePx: 7 }, language).reasons : []
})

export const exhibit = (n: number, label: string, language: ReportLanguage = 'en', name = `photo-${n}.jpg`): ReportExhibit => ({
  id: uuid(n), label: `E-${n}`, name, path: `/evidence/in/${name}`, sha256: sha(n), size: 1234567, modified: '2024-12-24T18:00:00.000Z', imported: AT, importedBy: 'A. Examiner',
  source: 'Camera 3, north entrance', receivedFrom: 'PC Miller', receivedAt: '2025-03-03T09:00:00.000Z', notes: n === 1 ? 'Handed over in a sealed bag.' : '',
  photo: { format: 'jpeg', width: 400, height: 300, orientation: 1, warnings: n === 1 ? ['stray bytes'] : [], exif: n === 1 ? { Make: 'Canon', DateTime: '2024:12:24 18:00:00' } : {} },
  evidence: { state: 'verified', checkedAt: AT, found: null }, faces: [face(label, n, language, n === 1)]
})

const compared = (n: number): ComparedFace => ({
  file: `photo-${n}.jpg`, sha256: sha(n), size: 1234567, photo: { format: 'jpeg', width: 400, height: 300, orientation: 1, warnings: [] }, pointsFrom: 'automatic', faces: 1,
  face: { index: 0, choice: 'only', detectorScore: 0.998 }, box: { x: 90, y: 70, width: 130, height: 180 }, points: points(0), automaticPoints: null, interEyePixels: 60, quality: QUALITY, override: null,
  alignment: [0.58, 0, -31.3, 0, 0.58, -23.8]
})

export const ARGUMENTS = Array.from({ length: 512 }, (_, i) => Number((Math.sin(i * 12.9898) * 0.004 + (i % 7 === 0 ? 0.006 : 0.0006)).toFixed(6)))
const COSINE = Number(ARGUMENTS.reduce((sum, value) => sum + value, 0).toFixed(6))

function record(language: ReportLanguage): Comparison {
  const threshold = 0.2297
  const origin = {
    kind: 'calibrated' as const, set: 'LFW folds 1-5', genuinePairs: 1500, impostorPairs: 1500, falseMatches: { rate: 0.014, low: 0.009, high: 0.021 }, falseNonMatches: { rate: 0.0135, low: 0.0087, high: 0.0207 },
    inconclusive: { from: 0.18, to: 0.29, rate: 0.01 }
  }
  const bound = Math.fround(threshold / 512)
  const ranked = ARGUMENTS.map((value, dimension) => ({ dimension, value })).sort((x, y) => y.value - x.value)
  const [a, b] = [compared(1), compared(2)]
  return {
    schema: 'vidimus.comparison/1', created: AT, cosine: COSINE, threshold, thresholdOrigin: origin, distance: COSINE - threshold, decision: COSINE >= threshold ? 'match' : 'non-match',
    wording: { statement: statementOf('match', threshold), threshold: describeThreshold(threshold, origin), limits: limitsOf({ cosine: COSINE, origin, a, b, undocumented: [] }, language) },
    arguments: { ...summarizeArguments(Float32Array.from(ARGUMENTS), threshold), bound, strongest: { positive: ranked.slice(0, 10), negative: ranked.slice(-10).reverse() } },
    a, b, model: { id: 'mobilefacenet', name: 'MobileFaceNet', sha256: sha(0x77), size: 5_000_000, subnormalsFlushed: 9000, cache: 'hit' },
    method: {
      name: 'xSSAB', source: 'Huber, Luu, Terhoerst, Damer, WACV 2024', precision: 'exact', preprocessing: { subtract: 127.5, divide: 127.5, channels: 'RGB' }, crop: { width: 112, height: 112 }, embedding: { output: null, length: 512 },
      channelMean: 'mean of absolute gradients over the colour channels', combined: 'positive - negative', blur: { side: 5, sigma: 5, border: 'reflect-101' }
    },
    colourScale: { palette: 'paper', similar: '#00a03c', dissimilar: '#f0148c', limit: 0.0023, maximum: 0.0051, opacity: 0.8 }, device: { requested: 'cpu', used: 'cpu', name: 'CPU', reason: '' },
    versions: { vidimus: '0.1.0', node: '24.0.0', onnxruntime: '1.30.0', sharp: '0.35.5' }, timings: {}
  }
}

const checklist = (note: string): ChecklistItem[] =>
  COMPONENTS.map((component, i) => ({ component, finding: i < 3 ? (['similar', 'different', 'inconclusive'] as const)[i]! : i < 6 ? 'not visible' : null, note: i === 0 ? note : '', cause: i === 1 ? 'light from the left' : '', by: i < 6 ? 'A. Examiner' : null, changed: i < 6 ? AT : null }))

const SCALE = ['The findings support different sources', 'The findings are inconclusive', 'The findings support the same source']
const draft = (level: string | null, rationale: string) => ({ level, same: 'The faces are of one person.', different: 'The faces are of two persons.', rationale })

export function comparison(n: number, language: ReportLanguage = 'en', { note = 'Similar texture.', names = ['photo-1.jpg', 'photo-2.jpg'] }: { note?: string; names?: readonly [string, string] } = {}): ReportComparison {
  const it = record(language)
  const summary = { id: uuid(300 + n), number: 2, at: AT, by: 'A. Examiner', cosine: it.cosine, threshold: it.threshold, thresholdKind: 'calibrated' as const, decision: it.decision, model: it.model.name, modelSha256: it.model.sha256 }
  const rows = REGIONS.map((region, i) => ({ region, similar: 0.5 + i / 10, dissimilar: 0.3, combined: 0.2 + i / 10, share: 0.125, area: 0.125 }))
  return {
    id: uuid(200 + n), label: `C-${n}`, stage: 'evaluation', version: 2, amendments: [{ version: 2, at: AT, by: 'A. Examiner', reason: 'A typing error in the note on skin' }],
    a: { exhibit: 'E-1', face: 'Q-1', faceId: uuid(101), name: names[0] }, b: { exhibit: 'E-2', face: 'K-1', faceId: uuid(102), name: names[1] },
    run: { ...summary, comparison: uuid(200 + n), record: it, automaticCosine: 0.3131, enhanced: { cosine: 0.4242, a: [{ kind: 'gamma', gamma: 1.4 }, { kind: 'grey' }], b: [] }, mapsSha256: sha(0x33) },
    runs: [{ ...summary, id: uuid(400 + n), number: 1, thresholdKind: 'user', threshold: 0.3 }, summary],
    maps: { sha256: sha(0x33), asRecorded: true, regions: { a: rows, b: rows }, arguments: ARGUMENTS },
    enhancement: { a: [{ kind: 'gamma', gamma: 1.4 }, { kind: 'grey' }], b: [] },
    annotations: [
      { id: uuid(501), kind: 'circle', text: 'Mole below the left eye', a: [{ x: 130, y: 150 }, { x: 136, y: 150 }], b: [{ x: 130, y: 150 }, { x: 136, y: 150 }], comparison: uuid(200 + n), number: 1, by: 'A. Examiner', changed: AT },
      { id: uuid(502), kind: 'arrow', text: 'Scar', a: [{ x: 90, y: 110 }, { x: 118, y: 128 }], b: [{ x: 92, y: 112 }, { x: 119, y: 128 }], comparison: uuid(200 + n), number: 3, by: 'A. Examiner', changed: AT },
      { id: uuid(503), kind: 'polygon', text: '', a: [{ x: 120, y: 190 }, { x: 180, y: 190 }, { x: 150, y: 215 }], b: [{ x: 120, y: 190 }, { x: 180, y: 190 }, { x: 150, y: 215 }], comparison: uuid(200 + n), number: 4, by: 'A. Examiner', changed: AT },
      { id: uuid(504), kind: 'text', text: 'Hairline', a: [{ x: 150, y: 80 }], b: [{ x: 150, y: 80 }], comparison: uuid(200 + n), number: 5, by: 'A. Examiner', changed: AT }
    ],
    checklist: checklist(note),
    opinions: [
      { id: uuid(601), comparison: uuid(200 + n), role: 'first', by: 'A. Examiner', begun: AT, locked: AT, withdrawn: null, checklist: checklist('Seen before the score.'), conclusion: draft(SCALE[1]!, 'Provisional rationale.'), scale: SCALE },
      { id: uuid(602), comparison: uuid(200 + n), role: 'second', by: 'B. Second', begun: AT, locked: AT, withdrawn: null, checklist: checklist('An independent look.'), conclusion: draft(SCALE[2]!, 'Second rationale.'), scale: SCALE }
    ],
    conclusions: [
      { ...draft(SCALE[1]!, 'Not enough detail yet.'), id: uuid(701), comparison: uuid(200 + n), version: 1, scale: SCALE, by: 'A. Examiner', at: AT },
      { ...draft(SCALE[2]!, 'Eyebrows, nose and mouth are similar in shape.\n\nNo difference remains unexplained.'), id: uuid(702), comparison: uuid(200 + n), version: 2, scale: SCALE, by: 'A. Examiner', at: AT }
    ],
    limits: limitsOf({ cosine: it.cosine, origin: it.thresholdOrigin, a: it.a, b: it.b, undocumented: [] }, language)
  }
}

export function sampleReport(changes: Partial<Report> = {}): Report {
  const language = changes.language ?? 'en'
  return {
    schema: 'vidimus.report/1', id: uuid(1000), created: '2025-03-05T10:11:12.000Z', by: 'A. Examiner', state: 'draft', language, laboratory: 'Forensic Laboratory North',
    case: { id: uuid(2000), number: '2025-17', title: 'Theft at the north entrance', purpose: 'Do the two photos show one person?', examiner: 'A. Examiner', status: 'open', notes: '', tags: ['theft'], blindFirst: true, created: AT },
    verifiers: ['B. Second'], exhibits: [exhibit(1, 'Q-1', language), exhibit(2, 'K-1', language)], comparisons: [comparison(1, language)], limits: ['Evidence was received as copies.'],
    claims: [{ key: 'k', where: 'C-1, rationale', rule: 'percentage', sentence: 'I am 90 % sure.', from: 5, to: 9, why: 'A score is no percentage.', neutral: '', reason: 'Quoted from the request', by: 'A. Examiner', at: AT }],
    audit: {
      rows: [
        { sequence: 4, at: AT, who: 'A. Examiner', where: 'anna@desk', action: 'case.created', case: uuid(2000), object: null, details: { number: '2025-17', purpose: 'Do the two photos show one person?' }, previous: sha(3), hash: sha(4) },
        { sequence: 5, at: AT, who: 'A. Examiner', where: 'anna@desk', action: 'comparison.run', case: uuid(2000), object: uuid(201), details: { number: 'C-1', run: 2, cosine: 0.5, threshold: 0.2297 }, previous: sha(4), hash: sha(5) }
      ],
      verdict: { ok: true, rows: 9, head: sha(9), broken: null }
    },
    signing: null, versions: { vidimus: '0.1.0', typst: '0.14.2' }, texts: { sha256: sha(0x55), edited: false }, ...changes
  }
}
